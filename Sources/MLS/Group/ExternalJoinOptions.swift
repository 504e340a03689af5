/// What an external commit brings beside its client.
public struct ExternalJoinOptions: Sendable {
    /// As when joining by a Welcome. ``JoinOptions/tree`` is needed if the GroupInfo has none, ``JoinOptions/psks`` for
    /// what ``psks`` names.
    public var joining: JoinOptions
    /// The client's own old leaf, which the commit removes.
    public var replacing: LeafIndex?
    /// Pre-shared keys that the commit mixes in: ``ProposedChange/externalPSK(id:)`` or
    /// ``ProposedChange/resumptionPSK(groupID:epoch:)``, nothing else.
    public var psks: [ProposedChange]
    /// Sent with the commit, signed, readable by everybody on its way.
    public var authenticatedData: [UInt8]
    /// Whether a GroupInfo of the new epoch is made.
    public var makesGroupInfo: Bool

    public init(
        joining: JoinOptions = JoinOptions(), replacing: LeafIndex? = nil, psks: [ProposedChange] = [],
        authenticatedData: [UInt8] = [], makesGroupInfo: Bool = false
    ) {
        self.joining = joining
        self.replacing = replacing
        self.psks = psks
        self.authenticatedData = authenticatedData
        self.makesGroupInfo = makesGroupInfo
    }
}
