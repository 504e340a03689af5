import Sodium
import TLSCodec

/// Stored in two parts: what stays as long as the epoch, and what changes with each message.
///
/// The epoch part alone opens nothing: no secret from which a used key could be made again stands in it (RFC 9420 §9.2).
extension EpochSecrets {
    package func encodeEpochPart(into writer: inout SecretWriter) {
        writer.opaque(context.bytes.span)
        writer.integer(tree.leafCount.rawValue)
        writer.opaque(senderData.secret)
        writer.opaque(membershipKey)
    }

    package func encodeMessagePart(into writer: inout SecretWriter) { tree.encode(into: &writer) }

    /// Both parts as they were stored.
    ///
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported``.
    package init(
        epochPart: inout SecretReader, _ epochBytes: Span<UInt8>, messagePart: inout SecretReader,
        _ messageBytes: Span<UInt8>
    ) throws(MLSError) {
        let context = try EpochContext(try epochPart.value(GroupContext.self, epochBytes))
        guard let leafCount = LeafCount(try epochPart.integer(UInt64.self, epochBytes)) else {
            throw .malformed(.invalidValue)
        }
        let senderDataSecret = try epochPart.secret(context.suite, epochBytes)
        let membershipKey = try epochPart.secret(context.suite, epochBytes)
        self.init(
            context: context, senderDataSecret: senderDataSecret, membershipKey: membershipKey,
            tree: try SecretTree(context.suite, leafCount: leafCount, from: &messagePart, messageBytes))
    }
}
