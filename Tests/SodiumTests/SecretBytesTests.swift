import Sodium
import TestSupport
import Testing

@Suite struct SecretBytesTests {
    struct Refusal: Error {}

    @Test(arguments: [0, 1, 32, 64, 65, 10_000]) func lendsTheBytesItWasGiven(_ count: Int) {
        let secret = SecretBytes(copying: [UInt8](counting: count))
        #expect(secret.byteCount == count)
        #expect(secret.array() == [UInt8](counting: count))
    }

    @Test func aFillFindsZeros() {
        let secret = SecretBytes(byteCount: 3) { bytes in
            #expect(bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0)
            bytes[1] = 7
        }
        #expect(secret.array() == [0, 7, 0])
    }

    @Test func aCopyIsItsOwn() {
        let copy: SecretBytes
        do {
            let secret = SecretBytes(copying: [1, 2, 3])
            copy = secret.copy()
        }
        #expect(copy.array() == [1, 2, 3])
    }

    @Test func randomOnesDiffer() {
        #expect(Set((0..<100).map { _ in SecretBytes.random(byteCount: 16).array() }).count == 100)
    }

    @Test func aFillThatThrowsIsHeard() {
        #expect(throws: Refusal.self) {
            let secret = try SecretBytes(byteCount: 32) { bytes throws(Refusal) in
                bytes[0] = 1
                throw Refusal()
            }
            _ = secret.byteCount
        }
    }
}
