import MLS

extension KeySchedule {
    /// What was encoded alone.
    init(_ suite: CipherSuite, decoding bytes: Span<UInt8>) throws(MLSError) {
        var reader = SecretReader()
        try self.init(suite, from: &reader, bytes)
        try reader.finish(bytes)
    }
}
