/// What a client brings along when it joins a group, beside its key package or itself.
public struct JoinOptions: Sendable {
    public var configuration: GroupConfiguration
    /// The ratchet tree, if it isn't in the Welcome or GroupInfo: what ``Group/ratchetTree()`` gave.
    public var tree: [UInt8]?
    /// Pre-shared keys that the Welcome names, but for those of ``origin``.
    public var psks: PSKStore
    /// The group that the new one follows or was branched from.
    public var origin: Group?
    /// The groups in which this client is already: a Welcome to one of them is refused (RFC 9420 §12.4.3.1).
    public var existingGroups: Set<GroupID>
    /// If given, the leaves of the tree that came from key packages must be valid at this time.
    public var now: UnixTime?

    public init(
        configuration: GroupConfiguration = GroupConfiguration(), tree: [UInt8]? = nil, psks: PSKStore = .empty,
        origin: Group? = nil, existingGroups: Set<GroupID> = [], now: UnixTime? = nil
    ) {
        self.configuration = configuration
        self.tree = tree
        self.psks = psks
        self.origin = origin
        self.existingGroups = existingGroups
        self.now = now
    }
}

extension JoinOptions {
    /// A secret of the group from which the new one comes is that group's to give.
    var pskStore: PSKStore { origin.map { PSKStore(resuming: $0, otherwise: psks) } ?? psks }
}
