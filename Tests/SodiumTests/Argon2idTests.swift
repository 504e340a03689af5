import Sodium
import TestSupport
import Testing

@Suite struct Argon2idTests {
    private let salt = [UInt8](counting: 16)

    private func derive(
        passes: UInt64 = 1, memoryByteCount: Int = 8192, from passphrase: String = "passphrase", salt: [UInt8]? = nil,
        byteCount: Int = 32
    ) throws -> [UInt8] {
        let salt = salt ?? self.salt
        return try Argon2id(passes: passes, memoryByteCount: memoryByteCount)
            .derive(from: Array(passphrase.utf8).span, salt: salt.span, byteCount: byteCount).array()
    }

    @Test func everyInputChangesTheKey() throws {
        let keys = [
            try derive(), try derive(passes: 2), try derive(memoryByteCount: 9216), try derive(from: "passphrasf"),
            try derive(from: ""), try derive(salt: salt.flipping(bit: 127)),
            Array(try derive(byteCount: 64).prefix(32)),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(try derive() == keys[0])
    }

    @Test func takes1To2To32Minus1Passes() throws {
        #expect(throws: SodiumError.wrongLength) { try Argon2id(passes: 0, memoryByteCount: 8192) }
        #expect(try Argon2id(passes: UInt64(UInt32.max), memoryByteCount: 8192).passes == UInt64(UInt32.max))
        #expect(throws: SodiumError.wrongLength) { try Argon2id(passes: 1 << 32, memoryByteCount: 8192) }
    }

    @Test(arguments: [Int.min, 0, 8191, .max]) func refusesMemoryOutsideItsBounds(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) { try Argon2id(passes: 1, memoryByteCount: count) }
    }

    @Test(arguments: [0, 15, 17]) func refusesSaltsThatAreNot16Bytes(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) { try derive(salt: [UInt8](counting: count)) }
    }

    @Test func givesKeysOf16BytesAndMore() throws {
        #expect(try derive(byteCount: 16).count == 16)
        #expect(throws: SodiumError.wrongLength) { try derive(byteCount: 15) }
        #expect(throws: SodiumError.wrongLength) { try derive(byteCount: -1) }
    }
}
