package import RelayProtocol

/// How a room's bytes are shared out by who appends them, so that nobody fills it for the others.
package struct RoomShares: Sendable {
    private let roomBytesMax: Int
    /// What messages may not take.
    private let reserve: Int

    /// Of a room with fewer accounts, each has the share of so many.
    static let accountsMin = 4

    package init(roomBytesMax: Int) {
        self.roomBytesMax = roomBytesMax
        reserve = roomBytesMax / RelayLimits.commitShareDivisor
    }

    /// One account's share, among those that have anything there.
    package func share(among accountCount: Int) -> Int {
        (roomBytesMax - reserve) / max(Self.accountsMin, accountCount)
    }

    /// Whether an entry may be added. Creations and commits may go on in the reserve as long as the room as a whole isn't
    /// full: whoever filled his share with messages can still commit, and in a room of many a commit may be larger than
    /// a share.
    package func allow(
        _ kind: EntryKind, of byteCount: Int, by account: AccountRow?, in usage: RoomUsage
    ) -> Bool {
        let used = account.map(usage.bytes) ?? 0
        let share = share(among: usage.accountCount + (used == 0 ? 1 : 0))
        if byteCount <= share, used <= share - byteCount { return true }
        guard kind.beginsEpoch else { return false }
        return used.addingClamped(byteCount) <= share + reserve && usage.total.addingClamped(byteCount) <= roomBytesMax
    }

    /// Bytes by which a room is over what it may store: shares shrink as accounts come.
    package func excess(of usage: RoomUsage, with byteCount: Int = 0) -> Int {
        max(0, usage.total.addingClamped(byteCount) - roomBytesMax)
    }
}
