/// What a member said, opened and verified (RFC 9420 §15).
public struct ApplicationMessage: Hashable, Sendable {
    /// The member that signed it, as it was in the message's epoch.
    public let sender: Member
    /// The epoch in which it was sealed: the current one, or one of those before it that are still open.
    public let epoch: Epoch
    /// What was sent beside it, readable by everybody on its way, and signed.
    public let authenticatedData: [UInt8]
    public let content: [UInt8]
}
