import Sodium
import TestSupport
import Testing

@Suite struct BLAKE2bTests {
    @Test(arguments: [1, 2, 63, 64]) func givesAnyLengthUpTo64(_ count: Int) throws {
        #expect(try BLAKE2b.digest(of: [1], byteCount: count).count == count)
    }

    @Test(arguments: [-1, 0, 65]) func refusesOtherOutputLengths(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) { try BLAKE2b.digest(of: [1], byteCount: count) }
    }

    @Test(arguments: [0, 16, 17, 63, 64]) func takesNoKeyOrOneOf16To64Bytes(_ count: Int) throws {
        var state = try BLAKE2b(key: [UInt8](counting: count).span)
        state.update([1])
        let digest = state.finalize()
        #expect(digest.count == 32)
    }

    @Test(arguments: [1, 15, 65, 128]) func refusesOtherKeyLengths(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) {
            _ = try BLAKE2b(key: [UInt8](counting: count).span).digestByteCount
        }
    }

    @Test(arguments: [1, 3, 7, 64, 127, 128, 129, 255, 1000])
    func fedInPiecesItGivesTheDigestOfTheWhole(_ size: Int) throws {
        let (key, data) = ([UInt8](counting: 32), [UInt8](counting: 1000))
        var whole = try BLAKE2b(digestByteCount: 48, key: key.span)
        whole.update(data)
        var pieces = try BLAKE2b(digestByteCount: 48, key: key.span)
        for piece in data.pieces(of: size) { pieces.update(piece) }
        pieces.update([])
        let (digest, expected) = (pieces.finalize(), whole.finalize())
        #expect(digest == expected)
    }

    @Test func aKeyAndALengthChangeTheDigest() throws {
        let plain = try BLAKE2b.digest(of: [1], byteCount: 32)
        var keyed = try BLAKE2b(digestByteCount: 32, key: [UInt8](counting: 32).span)
        keyed.update([1])
        let digest = keyed.finalize()
        #expect(digest != plain)
        #expect(try Array(BLAKE2b.digest(of: [1], byteCount: 64).prefix(32)) != plain)
    }

    @Test func at64BytesWithoutAKeyItIsTheHashOfNoise() throws {
        let data = [UInt8](counting: 300)
        #expect(try BLAKE2b.digest(of: data, byteCount: 64) == HashAlgorithm.blake2b.digest(of: data))
    }
}
