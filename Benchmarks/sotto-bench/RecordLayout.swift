/// Records one behind another in one buffer, as they arrive: length, plaintext, tag.
struct RecordLayout {
    static let lengthByteCount = 2
    static let tagByteCount = 16
    /// Small enough to stay in the processor's cache, as what was just received does.
    private static let bufferByteCountMax = 256 << 10

    let plaintextByteCount: Int
    let recordCount: Int

    init(plaintextByteCount: Int) {
        self.plaintextByteCount = plaintextByteCount
        let stride = Self.lengthByteCount + plaintextByteCount + Self.tagByteCount
        recordCount = Self.bufferByteCountMax / stride
    }

    var stride: Int { Self.lengthByteCount + sealedByteCount }
    var sealedByteCount: Int { plaintextByteCount + Self.tagByteCount }
    var bufferByteCount: Int { recordCount * stride }

    /// Where the plaintext of a record begins.
    func start(_ index: Int) -> Int { index * stride + Self.lengthByteCount }
}
