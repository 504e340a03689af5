/// A message with the bytes in which it came, if they are at hand.
struct Received {
    let message: MLSMessage
    private let encoding: [UInt8]?

    init(_ message: MLSMessage, encoding: [UInt8]?) {
        self.message = message
        self.encoding = encoding
    }

    /// The message has one encoding, so it doesn't matter who made it.
    func reference(_ suite: CipherSuite) throws(MLSError) -> CommitReference {
        if let encoding { return CommitReference(suite.hash(encoding.span)) }
        let bytes = try message.bytes()
        return CommitReference(suite.hash(bytes.span))
    }
}
