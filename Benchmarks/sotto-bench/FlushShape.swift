/// What is sent at once, and how much of it is enough for one run.
struct FlushShape: Sendable {
    let bodyByteCount: Int
    let messagesPerFlush: Int
    let flushCount: Int

    private static let messageHeaderByteCount = 5

    var messageCount: Int { messagesPerFlush * flushCount }
    /// A flush's plaintext; all of the shapes here fit one record.
    var plaintextByteCount: Int { messagesPerFlush * (Self.messageHeaderByteCount + bodyByteCount) }
    /// What a flush puts on the wire.
    var wireByteCount: Int { RecordLayout.lengthByteCount + plaintextByteCount + RecordLayout.tagByteCount }
}
