package import Identity
package import RelayProtocol

/// What may only be done so and so often, by whom and to whom.
package enum Rated: Hashable, Sendable {
    /// A claim of somebody's key packages by one identity.
    case claim(by: IdentityKey, of: AccountRow)
    /// All claims of somebody's key packages.
    case claims(of: AccountRow)
    case dispute(by: AccountRow, in: LogRow)
    case linkCommit(LinkKey, in: LogRow)
    case publicState(by: AccountRow, in: LogRow)
    /// Commits that remove somebody: each begins a branch, and a room has so many of them.
    case removal(by: AccountRow, in: LogRow)
    /// Commits that replace the room's public state.
    case stateCommit(by: AccountRow, in: LogRow)
    case nameChange(by: AccountRow)

    var countMax: Int {
        switch self {
        case .claim: RelayLimits.claimsPerPairMax
        case .claims: RelayLimits.claimsPerTargetMax
        case .dispute: RelayLimits.disputesPerHourMax
        case .linkCommit: RelayLimits.linkCommitsPerHourMax
        case .publicState: RelayLimits.publicStatesPerHourMax
        case .removal: RelayLimits.removalsPerHourMax
        case .stateCommit: RelayLimits.stateCommitsPerHourMax
        case .nameChange: RelayLimits.nameChangesPerDayMax
        }
    }

    var windowSeconds: UInt64 {
        switch self {
        case .claim, .claims: RelayLimits.claimWindowSeconds
        case .dispute, .linkCommit, .publicState, .removal, .stateCommit: 3_600
        case .nameChange: RelayLimits.day
        }
    }
}
