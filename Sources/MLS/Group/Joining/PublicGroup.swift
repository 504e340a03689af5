import HPKE
import TLSCodec

/// A group as anybody can see it who has its GroupInfo and ratchet tree, verified: who its members are and what its
/// extensions say, without any of its secrets (RFC 9420 §12.4.3, §12.4.3.3).
///
/// Guaranteed is that the GroupInfo is signed by a member of that tree, that the tree is the one that the GroupInfo
/// names, that every leaf is signed by its own key, and that the group keeps the rules of the RFC. Not guaranteed is that
/// there is such a group now: whoever was a member once can show an old epoch, and anybody can make up a group of keys
/// of their own. Whether these are the people one means is for the caller to see, by their credentials; a member asks
/// ``Group/matches(_:)``.
public struct PublicGroup: Sendable {
    /// The epoch as somebody outside knows it: without any of its secrets.
    let epoch: GroupEpoch
    let configuration: GroupConfiguration
    /// `external_pub`.
    let externalKey: KEMPublicKey?
    /// The member that signed the GroupInfo.
    public let signer: Member
    /// Extensions of the GroupInfo, not of the group, beside the ratchet tree.
    public let groupInfoExtensions: Extensions

    /// Verifies a group.
    ///
    /// - Parameters:
    ///   - groupInfo: an MLSMessage.
    ///   - tree: the ratchet tree, if it isn't in the GroupInfo: what ``Group/ratchetTree()`` gave.
    ///   - configuration: by which credentials are judged; also that of whoever joins.
    ///   - now: if given, the leaves that came from key packages must be valid at this time.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported``, ``MLSError/missingTree``, or `.invalid` with the
    ///   rule that the group breaks.
    public init(
        verifying groupInfo: [UInt8], tree: [UInt8]? = nil, configuration: GroupConfiguration = GroupConfiguration(),
        now: UnixTime? = nil
    ) throws(MLSError) {
        let info = try CheckedGroupInfo(message: groupInfo, tree: tree, configuration, now: now)
        try self.init(info, try info.verifiedTree(), configuration)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    public static func verifyConcurrently(
        _ groupInfo: [UInt8], tree: [UInt8]? = nil, configuration: GroupConfiguration = GroupConfiguration(),
        now: UnixTime? = nil, partCount: Int = 64
    ) async throws(MLSError) -> PublicGroup {
        let info = try CheckedGroupInfo(message: groupInfo, tree: tree, configuration, now: now)
        return try PublicGroup(info, try await info.verifiedTree(partCount: partCount), configuration)
    }

    /// - Parameter tree: the GroupInfo's, verified.
    init(_ checked: CheckedGroupInfo, _ tree: RatchetTree, _ configuration: GroupConfiguration) throws(MLSError) {
        let (info, context) = (checked.info, checked.context)
        guard let leaf = tree[info.signer] else { throw .invalid(.groupInfoSigner) }
        signer = Member(info.signer, leaf)
        self.configuration = configuration
        groupInfoExtensions = Extensions(info.extensions.list.filter { $0.type != .ratchetTree })
        let key = try codec { () throws(CodecError) in try info.extensions.externalPub() }
        externalKey = try key?.externalPub.kemKey(of: context.suite)
        epoch = GroupEpoch(
            context: context, tree: tree,
            interimTranscriptHash: try TranscriptHash.interim(
                context.suite, confirmed: info.groupContext.confirmedTranscriptHash,
                confirmationTag: info.confirmationTag),
            confirmationTag: info.confirmationTag, ownLeaf: LeafIndex(rawValue: 0), member: nil, reInit: nil)
    }
}

extension PublicGroup {
    public var id: GroupID { epoch.groupID }
    public var cipherSuite: CipherSuite { epoch.suite }
    public var currentEpoch: Epoch { epoch.epoch }
    /// What all members agree on.
    public var context: GroupContext { epoch.context.groupContext }
    public var extensions: Extensions { epoch.extensions }
    /// `external_pub` (RFC 9420 §12.4.3.2), by which whoever joins can also be heard by all members, and nobody else:
    /// see ``Group/openAtExternalKey(_:info:authenticating:)``. `nil` if the GroupInfo has none.
    public var externalPub: HPKEPublicKey? { externalKey.map { HPKEPublicKey($0) } }
    /// Whether the GroupInfo has the key by which ``Group/joinByExternalCommit(to:as:options:random:)`` gets in.
    public var admitsExternalCommits: Bool { externalKey != nil }

    public var memberCount: Int { epoch.tree.memberCount }
    /// All members, by leaf index.
    public var members: [Member] { epoch.tree.members.compactMap(member(at:)) }

    /// The member at a leaf, `nil` if nobody stands there.
    public func member(at leaf: LeafIndex) -> Member? { epoch.tree[leaf].map { Member(leaf, $0) } }

    /// The member that signs with this key.
    public func member(withSignatureKey key: SignaturePublicKey) -> Member? {
        epoch.tree.leaf(withSignatureKey: key).flatMap(member(at:))
    }
}
