import Identity

/// Who may bear a name.
enum NameRules {
    /// First come; a released name is for a year nobody else's.
    static func mayBear(_ name: NameRecord?, _ identity: IdentityKey, at now: RelayTime) -> Bool {
        guard let name, name.holder != identity else { return true }
        guard let releasedAt = name.releasedAt else { return false }
        return now.before(releasedAt.seconds).seconds >= RelayLimits.nameReservedSeconds
    }
}
