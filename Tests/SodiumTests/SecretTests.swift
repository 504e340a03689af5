import Sodium
import TestSupport
import Testing

@Suite struct SecretTests {
    @Test(arguments: [0, 1, 32, 100]) func lendsTheBytesItWasGiven(_ count: Int) {
        let bytes = [UInt8](counting: count)
        for secret in [Secret(copying: bytes), Secret(copying: bytes.span), Secret(SecretBytes(copying: bytes))] {
            #expect(secret.byteCount == count)
            #expect(secret.withBytes { lent in lent.indices.map { lent[$0] } } == bytes)
        }
    }

    @Test func isEqualToItsBytesOnly() {
        let secret = Secret(copying: [1, 2, 3])
        #expect(secret.isEqual(to: secret))
        #expect(secret.isEqual(to: Secret(copying: [1, 2, 3])))
        for other in [[1, 2, 4], [1, 2], [1, 2, 3, 0], []] as [[UInt8]] {
            #expect(!secret.isEqual(to: Secret(copying: other)))
        }
    }
}
