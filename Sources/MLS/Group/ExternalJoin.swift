/// A client's own way into a group: the commit that it sends, and the group as it will be.
///
/// The group is good once it is sure that the commit is the one that everybody follows; until then it stays as stored,
/// and nothing is sealed with it.
public struct ExternalJoin: Sendable {
    /// For the group: an MLSMessage.
    public let message: [UInt8]
    /// The commit as it is sent, by its hash.
    public let reference: CommitReference
    public let group: Group
    /// For those who may join from outside after it, if it was asked for: an MLSMessage.
    public let groupInfo: [UInt8]?
}
