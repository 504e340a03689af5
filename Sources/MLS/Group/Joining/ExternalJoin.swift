/// A client's own way into a group: the commit that it sends, and the group as it will be.
///
/// Store it whole before the commit leaves: killed between, nobody else can bring the group back. Once it is sure that
/// the commit is the one that everybody follows, store the group in its place; if it isn't, throw all of it away.
public struct ExternalJoin: Sendable {
    /// For the group: an MLSMessage.
    public let message: [UInt8]
    /// The commit as it is sent, by its hash.
    public let reference: CommitReference
    /// The group as it is if everybody follows the commit. Nothing may be sealed with it before that is known, and then
    /// only with one copy: two that seal use a key twice.
    public let group: Group
    /// For those who may join by external commits after it, if it was asked for: an MLSMessage.
    public let groupInfo: [UInt8]?
}
