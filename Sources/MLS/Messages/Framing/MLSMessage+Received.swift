extension MLSMessage {
    /// A message as it came: form only, nothing of it is verified.
    ///
    /// - Throws: ``MLSError/malformed(_:)``, ``ValidationRule/keyPackageMessageVersion`` for a key package of another
    ///   version than the message that carries it (RFC 9420 §10).
    public init(received bytes: [UInt8]) throws(MLSError) {
        try self.init(parsing: bytes)
        guard asKeyPackage?.version ?? version == version else { throw .invalid(.keyPackageMessageVersion) }
    }

    /// The message as it is sent.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a value that has no encoding.
    public func serialized() throws(MLSError) -> [UInt8] { try bytes() }
}
