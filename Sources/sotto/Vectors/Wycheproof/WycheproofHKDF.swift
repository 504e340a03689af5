import Sodium

/// `hkdf_test`: keys to derive.
struct WycheproofHKDF: WycheproofGroup {
    struct Test: WycheproofTest {
        let tcId: Int
        let ikm: VectorBytes
        let salt: VectorBytes
        let info: VectorBytes
        let size: Int
        let okm: VectorBytes
        let result: WycheproofResult
    }

    let tests: [Test]

    /// Invalid are lengths beyond 255 digests, which must be refused.
    static func passes(_ test: Test, _ algorithm: HashAlgorithm) -> Bool {
        test.result.allows((try? output(test, algorithm)).map { $0 == test.okm.bytes })
    }

    private static func output(_ test: Test, _ algorithm: HashAlgorithm) throws(SodiumError) -> [UInt8] {
        try HKDF.derive(
            algorithm, inputKeyMaterial: test.ikm.bytes.span, salt: test.salt.bytes.span, info: test.info.bytes.span,
            byteCount: test.size
        ).copiedForVectors()
    }
}
