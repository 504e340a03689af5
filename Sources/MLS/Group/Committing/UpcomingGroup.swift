public import Sodium

/// A group as it will be once a commit is merged: to look at, and to derive what has to be stored or sent with the
/// commit.
///
/// It can neither seal nor process: the group that does is the one that the merge leaves, so that none of its keys is
/// used twice.
public struct UpcomingGroup: Sendable {
    private let group: Group

    init(_ group: Group) { self.group = group }
}

extension UpcomingGroup {
    public var id: GroupID { group.id }
    public var cipherSuite: CipherSuite { group.cipherSuite }
    public var currentEpoch: Epoch { group.currentEpoch }
    /// What all members will agree on.
    public var context: GroupContext { group.context }
    public var extensions: Extensions { group.extensions }
    /// Whether it can still be used then: a ReInit ends it.
    public var status: GroupStatus { group.status }

    /// Where this member itself will stand.
    public var ownLeafIndex: LeafIndex { group.ownLeafIndex }
    public var memberCount: Int { group.memberCount }
    /// All members, by leaf index.
    public var members: [Member] { group.members }

    /// The member at a leaf, `nil` if nobody stands there.
    public func member(at leaf: LeafIndex) -> Member? { group.member(at: leaf) }

    /// The member that signs with this key.
    public func member(withSignatureKey key: SignaturePublicKey) -> Member? { group.member(withSignatureKey: key) }

    /// What every member must support, if the group says so (RFC 9420 §11.1).
    public var requiredCapabilities: RequiredCapabilities? { group.requiredCapabilities }

    /// Who may propose from outside (RFC 9420 §12.1.8.1).
    public var externalSenders: [ExternalSender] { group.externalSenders }
}

extension UpcomingGroup {
    /// As ``Group/exportSecret(_:context:byteCount:)``, of the new epoch.
    public func exportSecret(_ label: String, context: [UInt8] = [], byteCount: Int) throws(MLSError) -> Secret {
        try group.exportSecret(label, context: context, byteCount: byteCount)
    }

    /// As ``Group/epochAuthenticator``, of the new epoch.
    public var epochAuthenticator: [UInt8] {
        get throws(MLSError) { try group.epochAuthenticator }
    }

    /// As ``Group/groupInfo(hasTree:admitsExternalCommits:extensions:)``, of the new epoch: nobody can use it before the
    /// commit stands.
    public func groupInfo(
        hasTree: Bool = true, admitsExternalCommits: Bool = true, extensions: Extensions = []
    ) throws(MLSError) -> [UInt8] {
        try group.groupInfo(hasTree: hasTree, admitsExternalCommits: admitsExternalCommits, extensions: extensions)
    }

    /// As ``Group/ratchetTree()``, of the new epoch.
    public func ratchetTree() throws(MLSError) -> [UInt8] { try group.ratchetTree() }
}
