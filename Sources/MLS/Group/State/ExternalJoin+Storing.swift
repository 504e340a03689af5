public import Sodium

extension ExternalJoin {
    private static let formatVersion: UInt8 = 1

    /// The commit with the group that it leads to, as bytes to be stored. They hold the new epoch's secrets.
    public func serialized() throws(MLSError) -> SecretBytes {
        var writer = SecretWriter(reserving: 4_096)
        writer.integer(Self.formatVersion)
        try group.encode(into: &writer)
        writer.opaque(message.span)
        writer.flag(groupInfo != nil)
        if let groupInfo { writer.opaque(groupInfo.span) }
        return writer.finish()
    }

    /// The commit and group that ``serialized()`` stored.
    ///
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported`` for another version's bytes.
    public init(
        restoring bytes: Span<UInt8>, configuration: GroupConfiguration = GroupConfiguration()
    ) throws(MLSError) {
        var reader = SecretReader()
        guard try reader.integer(UInt8.self, bytes) == Self.formatVersion else { throw .unsupported }
        let group = try Group(from: &reader, bytes, configuration)
        let message = try reader.opaque(bytes)
        let groupInfo = try reader.flag(bytes) ? reader.opaque(bytes) : nil
        try reader.finish(bytes)
        self.init(
            message: message, reference: CommitReference(group.cipherSuite.hash(message.span)), group: group,
            groupInfo: groupInfo)
    }
}
