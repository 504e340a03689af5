import Sodium

/// `aead_test`: texts to open and to seal.
struct WycheproofAEAD: WycheproofGroup {
    struct Test: WycheproofTest {
        let tcId: Int
        let key: VectorBytes
        let iv: VectorBytes
        let aad: VectorBytes
        let msg: VectorBytes
        let ct: VectorBytes
        let tag: VectorBytes
        let result: WycheproofResult
    }

    let tests: [Test]

    /// A valid text opens, and sealing gives the same bytes; an invalid one is refused, be it for its tag or for a
    /// nonce of a length that the algorithm doesn't have.
    static func passes(_ test: Test, _ algorithm: AEADAlgorithm) -> Bool {
        test.result.allows(try? isRight(test, algorithm))
    }

    /// - Throws: if the text is refused.
    private static func isRight(_ test: Test, _ algorithm: AEADAlgorithm) throws(SodiumError) -> Bool {
        let key = try AEADKey(algorithm, copying: test.key.bytes)
        let nonce = try AEADNonce(copying: test.iv.bytes)
        let sealed = test.ct.bytes + test.tag.bytes
        let opened = try key.open(sealed, nonce: nonce, authenticating: test.aad.bytes)
        let again = try key.seal(test.msg.bytes, nonce: nonce, authenticating: test.aad.bytes)
        return opened == test.msg.bytes && again == sealed
    }
}
