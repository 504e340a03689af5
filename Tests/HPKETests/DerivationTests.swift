import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct DerivationTests {
    private let kdf = KDF.hkdfSHA256

    /// RFC 5869, appendices A.1 to A.3.
    @Test(arguments: [
        (
            String(repeating: "0b", count: 22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        ),
        (
            [UInt8](counting: 80).hex, [UInt8](counting: 176).suffix(80).map { $0 }.hex,
            [UInt8](counting: 256).suffix(80).map { $0 }.hex,
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
        (
            String(repeating: "0b", count: 22), "", "",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        ),
    ])
    func givesTheValuesOfRFC5869(ikm: String, salt: String, info: String, output: String) throws {
        #expect(try derive(ikm: ikm, salt: salt, info: info, byteCount: output.count / 2).hex == output)
    }

    @Test(.enabled(if: SharedFolder.hasVectors, "\(SharedVectors.absence)"))
    func givesWycheproofsHKDFValues() throws {
        #expect(WycheproofVectors.hkdf.count == 86)
        for vector in WycheproofVectors.hkdf {
            if vector.result == "valid" {
                let output = try derive(ikm: vector.ikm, salt: vector.salt, info: vector.info, byteCount: vector.size)
                #expect(output.hex == vector.okm, "\(vector.tcId)")
            } else {
                #expect(throws: HPKEError.outputTooLong, "\(vector.tcId)") {
                    try derive(ikm: vector.ikm, salt: vector.salt, info: vector.info, byteCount: vector.size)
                }
            }
        }
    }

    @Test(.enabled(if: SharedFolder.hasVectors, "\(SharedVectors.absence)"))
    func givesWycheproofsTags() {
        #expect(WycheproofVectors.hmac.count == 174)
        for vector in WycheproofVectors.hmac {
            let tag = HMACSHA256.tag(key: [UInt8](hex: vector.key).span, [UInt8](hex: vector.msg).span)
            let isValid = tag.prefix(vector.tag.count / 2).elementsEqual([UInt8](hex: vector.tag))
            #expect(isValid == (vector.result == "valid"), "\(vector.tcId)")
        }
    }

    @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1000])
    func agreesWithLibsodium(count: Int) {
        let bytes = [UInt8](counting: count)
        #expect(SHA256.hash(bytes.span) == HashAlgorithm.sha256.digest(of: bytes))
        #expect(HMACSHA256.tag(key: bytes.span, bytes.span) == HMACState.tag(.sha256, key: bytes, message: bytes))
        var hash = SHA256()
        for byte in bytes { hash.update([byte]) }
        #expect(hash.finalize() == HashAlgorithm.sha256.digest(of: bytes))
    }

    @Test func aCopyOfAKeyGoesItsOwnWay() {
        let keyed = HMACSHA256(key: [1, 2, 3].span)
        var first = keyed.copy()
        first.update([4])
        var second = first.copy()
        second.update([5])
        #expect(first.finish() == HMACState.tag(.sha256, key: [1, 2, 3], message: [4]))
        #expect(second.finish() == HMACState.tag(.sha256, key: [1, 2, 3], message: [4, 5]))
        #expect(keyed.finish() == HMACState.tag(.sha256, key: [1, 2, 3], message: []))
    }

    @Test(arguments: [0, 1, 31, 32, 33, 64, 65, 255 * 32]) func expandsToAnyLengthUpToTheLimit(count: Int) throws {
        let key = [UInt8](counting: 32)
        let longest = try kdf.expand(key.span, info: key.span, byteCount: kdf.outputByteCountMax).array
        #expect(try kdf.expand(key.span, info: key.span, byteCount: count).array == Array(longest.prefix(count)))
    }

    @Test(arguments: [-1, 255 * 32 + 1, Int.min, Int.max]) func refusesToExpandFurther(count: Int) {
        let key = [UInt8](counting: 32)
        #expect(throws: HPKEError.outputTooLong) {
            _ = try kdf.expand(key.span, info: key.span, byteCount: count)
        }
    }

    private func derive(ikm: String, salt: String, info: String, byteCount: Int) throws -> [UInt8] {
        let key = kdf.extract(salt: [UInt8](hex: salt).span, inputKeyMaterial: [UInt8](hex: ikm).span)
        return try key.withBytes { try kdf.expand($0, info: [UInt8](hex: info).span, byteCount: byteCount).array }
    }
}
