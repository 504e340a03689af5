public import Sodium
import TLSCodec

extension OutgoingCommit {
    /// The commit with all that is sent for it, as bytes to be stored. They hold the new epoch's secrets.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a tree of more than 2³⁰ − 1 bytes.
    public func serialized() throws(MLSError) -> SecretBytes {
        var writer = SecretWriter(reserving: 4_096)
        try staged.encode(into: &writer)
        writer.opaque(message.span)
        for part in [welcome, groupInfo] {
            writer.flag(part != nil)
            if let part { writer.opaque(part.span) }
        }
        return writer.finish()
    }

    /// The commit that ``serialized()`` stored.
    ///
    /// - Throws: as ``Group/init(epochPart:messagePart:configuration:)``.
    public init(
        restoring bytes: Span<UInt8>, configuration: GroupConfiguration = GroupConfiguration()
    ) throws(MLSError) {
        var reader = SecretReader()
        staged = try StagedCommit(from: &reader, bytes, configuration)
        message = try reader.opaque(bytes)
        welcome = try reader.flag(bytes) ? reader.opaque(bytes) : nil
        groupInfo = try reader.flag(bytes) ? reader.opaque(bytes) : nil
        try reader.finish(bytes)
        guard let suite = staged.next?.cipherSuite, CommitReference(suite.hash(message.span)) == staged.reference else {
            throw .malformed(.invalidValue)
        }
    }
}
