/// How a group's member behaves where RFC 9420 leaves it free. It isn't part of the stored state: whoever restores a
/// group gives it again.
public struct GroupConfiguration: Sendable {
    /// What the application says about credentials.
    public var credentials: CredentialPolicy
    /// How proposals and commits are sent. Both forms are always read.
    public var handshakes: HandshakeFormat
    /// How application messages are padded, unless ``Group/seal(_:authenticating:padding:random:)`` is told otherwise:
    /// unpadded, everybody on their way sees how long they are.
    public var applicationPadding: Padding
    /// How proposals and commits are padded, if they are private.
    public var handshakePadding: Padding
    /// The longest lifetime of a leaf, in seconds; every member must ask for the same (§7.2).
    public var leafLifetimeSecondsMax: UInt64
    /// Epochs before the current one whose late messages still open, up to ``MLSLimits/pastEpochsMax``. Each keeps its
    /// unused keys, however long its successors last: 0 wipes an epoch's keys as soon as the commit that ends it is
    /// merged. A lower number than before takes effect with the next commit.
    public var pastEpochs: Int
    /// Epochs before the current one whose resumption PSKs are remembered, up to ``MLSLimits/resumptionPSKsMax`` (§8.6).
    public var resumptionPSKs: Int
    /// Generations that a message may be ahead of its sender's ratchet, up to ``MLSLimits/generationsAheadMax``.
    public var generationsAheadMax: Int
    /// Unused keys that one ratchet keeps for messages that come late, up to ``MLSLimits/skippedKeysMax``.
    public var skippedKeysMax: Int

    public init(
        credentials: CredentialPolicy = CredentialPolicy(), handshakes: HandshakeFormat = .privateMessage,
        applicationPadding: Padding = .none, handshakePadding: Padding = .none,
        leafLifetimeSecondsMax: UInt64 = Lifetime.defaultSeconds, pastEpochs: Int = 0,
        resumptionPSKs: Int = MLSLimits.resumptionPSKsDefault,
        generationsAheadMax: Int = MLSLimits.generationsAheadDefault,
        skippedKeysMax: Int = MLSLimits.skippedKeysDefault
    ) {
        self.credentials = credentials
        self.handshakes = handshakes
        self.applicationPadding = applicationPadding
        self.handshakePadding = handshakePadding
        self.leafLifetimeSecondsMax = leafLifetimeSecondsMax
        self.pastEpochs = pastEpochs
        self.resumptionPSKs = resumptionPSKs
        self.generationsAheadMax = generationsAheadMax
        self.skippedKeysMax = skippedKeysMax
    }

    var ratchetLimits: RatchetLimits {
        RatchetLimits(generationsAheadMax: generationsAheadMax, skippedKeysMax: skippedKeysMax)
    }

    var pastEpochsKept: Int { min(max(pastEpochs, 0), MLSLimits.pastEpochsMax) }

    var resumptionPSKsKept: Int { min(max(resumptionPSKs, 0), MLSLimits.resumptionPSKsMax) }
}
