/// What an application binds a message to that it seals with MLS's own keys: HPKE's `info`.
///
/// It can't be one of MLS itself, so nobody makes a member open a path secret, a Welcome or an ExternalInit in the
/// application's name, or the other way round. MLS's infos are EncryptContexts (RFC 9420 §5.1.3): a label that begins with
/// "MLS 1.0 ", its length before it; and ExternalInit's, which is empty (§8.3).
struct ApplicationInfo {
    let bytes: [UInt8]

    /// - Throws: ``MLSError/reservedInfo``, whatever length the label gives itself.
    init(_ bytes: [UInt8]) throws(MLSError) {
        guard let first = bytes.first else { throw .reservedInfo }
        // §2.1.2: its first two bits say how long a length is.
        let lengthByteCount = 1 << Int(first >> 6)
        guard !bytes.dropFirst(lengthByteCount).starts(with: Label.prefix) else { throw .reservedInfo }
        self.bytes = bytes
    }

    /// EncryptWithLabel's (RFC 9420 §5.1.3), with a label that the RFC hasn't.
    ///
    /// - Throws: ``MLSError/reservedInfo`` for one that it has, and for none.
    init(label name: String, context: [UInt8]) throws(MLSError) {
        let label = Label(name)
        guard !name.isEmpty, ![Label.updatePathNode.encoded, Label.groupSecrets.encoded].contains(label.encoded) else {
            throw .reservedInfo
        }
        bytes = label.with(context.span)
    }
}
