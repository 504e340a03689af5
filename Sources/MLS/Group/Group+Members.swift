extension Group {
    /// Where this member itself stands.
    public var ownLeafIndex: LeafIndex { epoch.ownLeaf }

    public var memberCount: Int { epoch.tree.memberCount }

    /// All members, by leaf index.
    public var members: [Member] { epoch.tree.members.compactMap(member(at:)) }

    /// The member at a leaf, `nil` if nobody stands there.
    public func member(at leaf: LeafIndex) -> Member? { epoch.tree[leaf].map { Member(leaf, $0) } }

    /// The member that signs with this key.
    public func member(withSignatureKey key: SignaturePublicKey) -> Member? {
        epoch.tree.leaf(withSignatureKey: key).flatMap(member(at:))
    }

    /// This member as its leaf says it now, with its signature key. To change one thing of it, change that and give the
    /// whole to ``CommitOptions/client`` or ``ProposedChange/update(_:)``.
    ///
    /// - Throws: ``MLSError/removed``.
    public func ownClient() throws(MLSError) -> Client {
        guard let keys = epoch.member else { throw .removed }
        return try client(nil, keys)
    }

    /// What every member must support, if the group says so (RFC 9420 §11.1).
    public var requiredCapabilities: RequiredCapabilities? { decoded { try $0.requiredCapabilities() } }

    /// Who may propose from outside (RFC 9420 §12.1.8.1).
    public var externalSenders: [ExternalSender] { decoded { try $0.externalSenders() }?.list ?? [] }

    /// A group's extensions were decoded when they came in.
    private func decoded<Value>(_ read: (Extensions) throws -> Value?) -> Value? {
        do { return try read(extensions) } catch { return nil }
    }

    /// What the own leaf will say: what is asked for, or what it says now.
    func client(_ asked: Client?, _ keys: MemberKeys) throws(MLSError) -> Client {
        if let asked { return asked }
        guard let leaf = epoch.tree[epoch.ownLeaf] else { throw .noSuchMember }
        return Client(
            credential: leaf.credential, signatureKey: keys.signatureKey, capabilities: leaf.capabilities,
            leafExtensions: leaf.extensions)
    }
}
