public import Sodium
import TLSCodec

/// A group is stored in two parts: what changes with an epoch, and the little that changes with every step. Both hold
/// secrets. Store ``messagePart()`` after every step; after a merge ``epochPart()`` with it, in one transaction: parts of
/// two epochs make no group.
///
/// An older message part beside the right epoch part can't be told from the latest one, nor an older state as a whole:
/// a group restored from it seals with keys that have sealed already. So no backup of a group that goes on is ever
/// brought back. Damage is found where something depends on it (keys, hashes, lengths), not in every secret: there is no
/// checksum.
extension Group {
    private static let formatVersion: UInt8 = 1

    /// What stays as long as the epoch: tree, keys (the signature key too), secrets, and what is left of epochs before.
    /// It changes with ``merge(_:)`` only; store it then together with ``messagePart()``, which has changed as well.
    /// `withSpan` lends the bytes to whatever writes them.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a tree of more than 2³⁰ − 1 bytes.
    public func epochPart() throws(MLSError) -> SecretBytes {
        var writer = SecretWriter(reserving: 4_096)
        writer.integer(Self.formatVersion)
        try epoch.encode(into: &writer)
        writer.flag(secrets != nil)
        secrets?.encodeEpochPart(into: &writer)
        writer.count(past.count)
        for past in past { try past.encodeEpochPart(into: &writer, beside: epoch.tree) }
        return writer.finish()
    }

    /// What changes with every step: the ratchets of those who have spoken, the proposals that wait, the own commits
    /// that may come back, and to which epoch they belong.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a proposal of more than 2³⁰ − 1 bytes.
    public func messagePart() throws(MLSError) -> SecretBytes {
        var writer = SecretWriter(reserving: 1_024)
        writer.integer(Self.formatVersion)
        writer.integer(currentEpoch.rawValue)
        writer.opaque(epoch.confirmationTag.span)
        writer.integer(epoch.ownLeaf.rawValue)
        secrets?.encodeMessagePart(into: &writer)
        for past in past { past.secrets.encodeMessagePart(into: &writer) }
        try encodeHandshakes(into: &writer)
        return writer.finish()
    }

    /// The group that both parts are of. Bytes that were read into an array are given as `bytes.span`.
    ///
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported`` for another version's bytes,
    ///   ``MLSError/wrongEpoch`` for parts of different epochs or members; `.invalid` or ``MLSError/overLimit`` for a
    ///   tree that can't be one. From bytes that were stored by this version, as they were, nothing is thrown.
    public init(
        epochPart: Span<UInt8>, messagePart: Span<UInt8>, configuration: GroupConfiguration = GroupConfiguration()
    ) throws(MLSError) {
        var epochReader = SecretReader()
        var messageReader = SecretReader()
        guard try epochReader.integer(UInt8.self, epochPart) == Self.formatVersion,
            try messageReader.integer(UInt8.self, messagePart) == Self.formatVersion
        else { throw .unsupported }
        let epoch = try GroupEpoch(from: &epochReader, epochPart)
        guard try messageReader.integer(UInt64.self, messagePart) == epoch.epoch.rawValue,
            try messageReader.opaque(messagePart) == epoch.confirmationTag,
            try messageReader.integer(UInt32.self, messagePart) == epoch.ownLeaf.rawValue
        else { throw .wrongEpoch }
        let isMember = try epochReader.flag(epochPart)
        guard isMember == (epoch.member != nil) else { throw .malformed(.invalidValue) }
        let secrets =
            isMember
            ? try EpochSecrets(
                epochPart: &epochReader, epochPart, messagePart: &messageReader, messagePart) : nil
        self.init(epoch, secrets, configuration)
        for _ in 0..<(try epochReader.count(epochPart)) {
            past.append(
                try PastEpoch(
                    epochPart: &epochReader, epochPart, messagePart: &messageReader, messagePart, beside: epoch.tree))
        }
        try decodeHandshakes(from: &messageReader, messagePart)
        try epochReader.finish(epochPart)
        try messageReader.finish(messagePart)
        guard messageSecretsAreThisGroups else { throw .malformed(.invalidValue) }
    }

    private var messageSecretsAreThisGroups: Bool {
        if let secrets {
            guard secrets.context.bytes == epoch.context.bytes, secrets.tree.leafCount == epoch.tree.size else {
                return false
            }
        }
        return past.allSatisfy { $0.secrets.context.groupID == id && $0.epoch <= currentEpoch }
    }
}
