public import Sodium
import TLSCodec

extension StagedCommit {
    private static let formatVersion: UInt8 = 1

    /// The commit as bytes to be stored. They hold the new epoch's secrets.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a tree of more than 2³⁰ − 1 bytes.
    public func serialized() throws(MLSError) -> SecretBytes {
        var writer = SecretWriter(reserving: 4_096)
        try encode(into: &writer)
        return writer.finish()
    }

    /// The commit that ``serialized()`` stored.
    ///
    /// - Throws: as ``Group/init(epochPart:messagePart:configuration:)``.
    public init(
        restoring bytes: Span<UInt8>, configuration: GroupConfiguration = GroupConfiguration()
    ) throws(MLSError) {
        var reader = SecretReader()
        try self.init(from: &reader, bytes, configuration)
        try reader.finish(bytes)
    }

    func encode(into writer: inout SecretWriter) throws(MLSError) {
        writer.integer(Self.formatVersion)
        writer.opaque(reference.bytes.span)
        try writer.value(effects)
        try writer.value(base)
        writer.flag(next != nil)
        try next?.encode(into: &writer)
    }

    init(
        from reader: inout SecretReader, _ bytes: Span<UInt8>, _ configuration: GroupConfiguration
    ) throws(MLSError) {
        guard try reader.integer(UInt8.self, bytes) == Self.formatVersion else { throw .unsupported }
        reference = CommitReference(try reader.opaque(bytes))
        effects = try reader.value(CommitEffects.self, bytes)
        base = try reader.value(CommitBase.self, bytes)
        guard try reader.flag(bytes) else {
            next = nil
            return
        }
        let next = try Group(from: &reader, bytes, configuration)
        guard next.follows(base) else { throw .malformed(.invalidValue) }
        self.next = next
    }
}

extension Group {
    /// Whether this is the next epoch of what a commit leads on from, as the same member has it.
    fileprivate func follows(_ base: CommitBase) -> Bool {
        id == base.groupID && currentEpoch == base.epoch.next && ownLeafIndex == base.ownLeaf && epoch.member != nil
    }
}
