/// A commit of this member's own: what is sent, and what is merged once it is sure that it stands.
///
/// Store it with the group before the message leaves. The Welcome must not leave before it is sure that the commit
/// stands (RFC 9420 §14).
public struct OutgoingCommit: Sendable {
    public let staged: StagedCommit
    /// For the group: an MLSMessage.
    public let message: [UInt8]
    /// For those who are added: an MLSMessage.
    public let welcome: [UInt8]?
    /// For those who may join from outside, if it was asked for: an MLSMessage, of the new epoch.
    public let groupInfo: [UInt8]?
}
