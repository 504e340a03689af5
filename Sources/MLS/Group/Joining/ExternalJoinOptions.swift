/// What an external commit brings beside its client.
public struct ExternalJoinOptions: Sendable {
    /// Makes the extensions of the joiner's leaf once its encryption key is known.
    public typealias LeafExtensions =
        @Sendable (_ leafEncryptionKey: HPKEPublicKey) throws(MLSError) -> Extensions

    /// As when joining by a Welcome. ``JoinOptions/tree`` is needed if the GroupInfo has none, ``JoinOptions/psks`` for
    /// what ``pskNames`` names. Whoever joins a ``PublicGroup`` has given configuration, tree and time to that already:
    /// here they aren't looked at.
    public var joining: JoinOptions
    /// The client's own old leaf, which the commit removes.
    public var replacing: LeafIndex?
    /// Pre-shared keys that the commit mixes in; ``JoinOptions/psks`` has them.
    public var pskNames: [PSKName]
    /// Sent with the commit, signed, readable by everybody on its way.
    public var authenticatedData: [UInt8]
    /// Whether a GroupInfo of the new epoch is made.
    public var makesGroupInfo: Bool
    /// The extensions of the joiner's leaf, if they depend on its encryption key, which is drawn for this commit: a
    /// signature over it, by which an invitation shows that it was used for this leaf and no other. Their types must
    /// stand in ``Client/capabilities``. Without it, ``Client/leafExtensions``.
    public var leafExtensions: LeafExtensions?

    public init(
        joining: JoinOptions = JoinOptions(), replacing: LeafIndex? = nil, pskNames: [PSKName] = [],
        authenticatedData: [UInt8] = [], makesGroupInfo: Bool = false, leafExtensions: LeafExtensions? = nil
    ) {
        self.joining = joining
        self.replacing = replacing
        self.pskNames = pskNames
        self.authenticatedData = authenticatedData
        self.makesGroupInfo = makesGroupInfo
        self.leafExtensions = leafExtensions
    }
}
