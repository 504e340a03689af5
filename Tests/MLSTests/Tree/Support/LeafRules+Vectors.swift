import MLS

extension LeafRules {
    /// Rules that the published leaves can meet: their lifetime has no end.
    static func forVectors(_ suite: CipherSuite, groupID: GroupID) throws -> LeafRules {
        try LeafRules(
            suite, groupID: groupID, extensions: [], credentials: CredentialPolicy(), lifetimeSecondsMax: .max,
            now: UnixTime(seconds: 1_700_000_000))
    }
}
