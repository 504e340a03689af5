import Sodium

/// `mac_test`: tags to compute and to compare.
struct WycheproofHMAC: WycheproofGroup {
    struct Test: WycheproofTest {
        let tcId: Int
        let key: VectorBytes
        let msg: VectorBytes
        let tag: VectorBytes
        let result: WycheproofResult
    }

    /// Bits of the tag that are compared: Wycheproof truncates.
    let tagSize: Int
    let tests: [Test]

    func passes(_ test: Test, _ algorithm: HashAlgorithm) -> Bool {
        let tag = HMACState.tag(algorithm, key: test.key.bytes, message: test.msg.bytes)
        let truncated = Array(tag.prefix(max(tagSize, 0) / 8))
        guard !truncated.isEmpty else { return false }
        return test.result.allows(ConstantTime.areEqual(truncated, test.tag.bytes) ? true : nil)
    }
}
