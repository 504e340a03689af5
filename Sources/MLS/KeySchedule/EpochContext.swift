/// The group context of one epoch with its suite and its encoding: what all of the epoch's secrets and its members'
/// signatures are bound to (RFC 9420 §8.1). Encoded once an epoch.
package struct EpochContext: Sendable {
    package let suite: CipherSuite
    package let groupContext: GroupContext
    package let bytes: [UInt8]

    /// - Throws: ``MLSError/unsupported`` for a version or cipher suite that this library doesn't have,
    ///   ``MLSError/malformed(_:)`` for a context that has no encoding.
    package init(_ groupContext: GroupContext) throws(MLSError) {
        guard groupContext.version == .mls10, let suite = CipherSuite(rawValue: groupContext.cipherSuite) else {
            throw .unsupported
        }
        self.suite = suite
        self.groupContext = groupContext
        bytes = try groupContext.bytes()
    }

    package var groupID: GroupID { groupContext.groupID }
    package var epoch: Epoch { groupContext.epoch }
}
