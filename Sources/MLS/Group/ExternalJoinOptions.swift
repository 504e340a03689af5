/// What an external commit brings beside its client.
public struct ExternalJoinOptions: Sendable {
    /// As when joining by a Welcome. ``JoinOptions/tree`` is needed if the GroupInfo has none, ``JoinOptions/psks`` for
    /// what ``pskNames`` names.
    public var joining: JoinOptions
    /// The client's own old leaf, which the commit removes.
    public var replacing: LeafIndex?
    /// Pre-shared keys that the commit mixes in; ``JoinOptions/psks`` has them.
    public var pskNames: [PSKName]
    /// Sent with the commit, signed, readable by everybody on its way.
    public var authenticatedData: [UInt8]
    /// Whether a GroupInfo of the new epoch is made.
    public var makesGroupInfo: Bool

    public init(
        joining: JoinOptions = JoinOptions(), replacing: LeafIndex? = nil, pskNames: [PSKName] = [],
        authenticatedData: [UInt8] = [], makesGroupInfo: Bool = false
    ) {
        self.joining = joining
        self.replacing = replacing
        self.pskNames = pskNames
        self.authenticatedData = authenticatedData
        self.makesGroupInfo = makesGroupInfo
    }
}
