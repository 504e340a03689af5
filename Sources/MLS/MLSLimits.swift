/// What this room holds at most, whatever a message or a configuration asks for.
public enum MLSLimits {
    /// Generations that a message may be ahead of its sender's ratchet: each costs three derivations. RFC 9420 §15.3.
    public static let generationsAheadMax = 65_536
    /// Generations a message may be ahead, unless the configuration says otherwise.
    public static let generationsAheadDefault = 1_024
    /// Unused keys that one ratchet keeps for messages that come late. RFC 9420 §15.3.
    public static let skippedKeysMax = 65_536
    /// Unused keys that one ratchet keeps, unless the configuration says otherwise.
    public static let skippedKeysDefault = 1_024
    /// Epochs before the current one whose messages can still be opened.
    public static let pastEpochsMax = 64
    /// Epochs before the current one whose resumption PSKs are remembered. RFC 9420 §8.6.
    public static let resumptionPSKsMax = 1_024
    /// Epochs before the current one whose resumption PSKs are remembered, unless the configuration says otherwise.
    public static let resumptionPSKsDefault = 8

    /// Proposals that are cached in one epoch.
    public static let cachedProposalsMax = 4_096
    /// Bytes that the cached proposals of one epoch take together.
    public static let cachedProposalBytesMax = 16 * 1_024 * 1_024
    /// Commits that one member stages in one epoch.
    public static let ownCommitsMax = 1_024
    /// Leaves of a group, blank ones counted.
    public static let leavesMax = 65_536
    /// Bytes that `exportSecret` gives at once: 255 hashes (RFC 5869 §2.3).
    public static let exportedByteCountMax = Derivation.byteCountMax
    /// Bytes of zeros that a message is padded with.
    public static let paddingByteCountMax = 16 * 1_024 * 1_024
}
