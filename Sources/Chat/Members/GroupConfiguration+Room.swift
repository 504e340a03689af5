package import MLS

extension GroupConfiguration {
    /// How a member of a room behaves. What members must decide alike is the same for all: no clock, no other lifetime.
    package static func room(_ credentials: VerifiedCredentials) -> GroupConfiguration {
        GroupConfiguration(
            credentials: credentials.policy, handshakes: .privateMessage, handshakePadding: PaddedLength.rule,
            leafLifetimeSecondsMax: leafLifetimeSecondsMax, pastEpochs: 0, resumptionPSKs: 0)
    }

    /// 100 days: others' libraries ask for 84.
    private static let leafLifetimeSecondsMax: UInt64 = 100 * 24 * 60 * 60
}
