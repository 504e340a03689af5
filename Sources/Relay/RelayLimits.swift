/// What a relay allows, with units. Constants are what the protocol fixes; the rest is its operator's to set.
package struct RelayLimits: Sendable, Equatable {
    // The operator's
    /// How long messages and items are kept.
    package var retentionSeconds: UInt64 = 30 * day
    /// Bytes on disk, of all files together; free pages aren't counted: ``DiskUse/taken``.
    package var diskBytesMax = 10 << 30
    /// Changes that an account may ask for in a second, on average, appends among them; ten times as many at once.
    package var appendsPerSecond = 100
    /// Bytes of bodies that a room may store.
    package var roomBytesMax = 256 << 20
    /// Rooms that an account may create.
    package var roomsPerAccountMax = 1_000
    /// Bytes and items of an inbox, half of each for those who show its token.
    package var inboxBytesMax = 16 << 20
    package var inboxItemsMax = 2_000

    // The protocol's
    package static let day: UInt64 = 86_400
    /// Claims in an hour: by one identity of another, and of one in all.
    package static let claimsPerPairMax = 5
    package static let claimsPerTargetMax = 50
    package static let claimWindowSeconds: UInt64 = 3_600
    package static let nameReservedSeconds: UInt64 = 365 * day
    /// Hashes stay so long, at least, after their bodies have gone.
    package static let hashSecondsMin: UInt64 = 30 * day
    /// Commits are kept so many times as long as messages.
    package static let commitRetentionFactor: UInt64 = 4
    package static let devicesPerAccountMax = 16
    package static let suitesPerDeviceMax = 4
    /// What a room's entry counts beyond its body: its row, its hash, its place in an index.
    package static let entryOverheadBytes = 256
    /// Of a room's bytes: what messages may not take.
    package static let commitShareDivisor = 10
    /// Disputes of one account in one room, in an hour.
    package static let disputesPerHourMax = 5
    /// Public states that an account puts into one room without a commit, in an hour.
    package static let publicStatesPerHourMax = 30
    /// Commits of one account in one room that remove somebody, in an hour.
    package static let removalsPerHourMax = 60
    /// Commits of one account in one room that come with a public state, in an hour.
    package static let stateCommitsPerHourMax = 120
    /// Each change keeps a name from others for a year.
    package static let nameChangesPerDayMax = 10
    /// External commits by one link, in an hour.
    package static let linkCommitsPerHourMax = 60
    /// Disputing commits in a room, and so those through which a chain of them may lead.
    package static let disputesPerRoomMax = 4_096
    /// Commits that dispute or remove.
    package static let branchesPerRoomMax = 65_536
    /// What one account may have added to each.
    package static let disputesPerAccountMax = 256
    package static let branchesPerAccountMax = 4_096
    /// Bytes of public states that were replaced and are still there for who names their hash, in one room.
    package static let formerBlobBytesMax = 64 << 20
    /// What each of them counts besides, where it is decided whose go first: small ones needn't be few.
    package static let formerBlobOverheadBytes = 64 << 10

    // What is held in memory
    /// Things of which the relay remembers how often they were done.
    package static let ratedMax = 65_536
    package static let cachedRoomsMax = 10_000
    /// What the cached rooms hold together: branches, epochs, accounts.
    package static let cachedRoomPiecesMax = 1_000_000
    package static let cachedAccountsMax = 65_536

    // Keeping house
    /// One slice of sweeping.
    package static let sweepRowsMax = 256
    package static let sweepBytesMax = 4 << 20
    /// Between two looks at everything that may be swept.
    package static let sweepPeriodSeconds: UInt64 = 60
    /// After the disk has failed, or when making room on it has come to its end.
    package static let sweepPauseSeconds: UInt64 = 10
    /// How often in a row a kind of sweeping may fail before the others have their turn.
    package static let sweepFailuresMax = 16
    /// Of the disk cap, in hundredths: from where on room is made, and how much is left then.
    package static let diskHighPercent = 97
    package static let diskLowPercent = 95

    package init() {}
}
