/// How far a sender's ratchet is turned for one message, and how many unused keys it keeps (RFC 9420 §15.3).
package struct RatchetLimits: Sendable, Hashable {
    /// Generations that a message may be ahead of those before it. One further is refused.
    package let generationsAheadMax: Int
    /// Unused keys that one ratchet keeps for messages that come late; beyond it the oldest are wiped.
    package let skippedKeysMax: Int

    /// Values beyond those of ``MLSLimits``, or below zero, count as the nearest allowed one.
    package init(
        generationsAheadMax: Int = MLSLimits.generationsAheadDefault,
        skippedKeysMax: Int = MLSLimits.skippedKeysDefault
    ) {
        self.generationsAheadMax = min(max(generationsAheadMax, 0), MLSLimits.generationsAheadMax)
        self.skippedKeysMax = min(max(skippedKeysMax, 0), MLSLimits.skippedKeysMax)
    }
}
