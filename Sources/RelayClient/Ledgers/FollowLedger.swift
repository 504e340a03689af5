package import RelayProtocol

/// What a client follows and from where on it would go on, and the keys of the rooms that it has open: kept over lost
/// lines.
package struct FollowLedger: Sendable {
    private struct Position: Sendable {
        /// The first number that hasn't come.
        var next: EntryNumber
        /// Follows of this log that the present line hasn't answered: what comes before is of an older one.
        var unansweredCount = 0
        /// Nothing of it is taken until it is followed again.
        var isDetached = false
    }

    private var keys: [RoomID: [RoomKey]] = [:]
    private var positions: [FollowedLog: Position] = [:]

    package init() {}

    // MARK: Rooms that are open

    /// The relay has opened a room with a key.
    package mutating func opened(_ room: RoomID, with key: RoomKey) {
        var known = keys[room] ?? []
        known.removeAll { $0.name == key.name }
        known.append(key)
        // What only an older one could read was read before the newer was had.
        if known.count > RelayClientLimits.openingsPerRoomMax { known.removeFirst() }
        keys[room] = known
    }

    /// The relay doesn't open a room with a key any more.
    ///
    /// - Returns: whether no other is left; then nothing of the room is followed either.
    package mutating func shut(_ room: RoomID, to key: RoomKey.Name) -> Bool {
        keys[room]?.removeAll { $0.name == key }
        guard keys[room]?.isEmpty ?? true else { return false }
        keys[room] = nil
        positions[.room(room)] = nil
        return true
    }

    /// A room isn't of interest any more.
    package mutating func forget(_ room: RoomID) {
        keys[room] = nil
        positions[.room(room)] = nil
    }

    /// Rooms to be opened on a new line, each with its keys in the order in which they were proven first: which of them
    /// came last decides what the line may do.
    package var openings: [(room: RoomID, key: RoomKey)] {
        keys.flatMap { room, keys in keys.map { (room, $0) } }
    }

    // MARK: Logs that are followed

    /// A log will be followed from a number on, wherever it stood before. Until the line is asked for that, what comes
    /// is of an older follow, and would move the position.
    package mutating func follow(_ log: FollowedLog, from number: EntryNumber) {
        let unansweredCount = positions[log]?.unansweredCount ?? 0
        positions[log] = Position(next: number, unansweredCount: unansweredCount, isDetached: true)
    }

    /// The present line is asked for a log now: from the number that comes next.
    package mutating func asks(for log: FollowedLog) -> RelayRequest? {
        guard let position = positions[log] else { return nil }
        positions[log]?.unansweredCount += 1
        positions[log]?.isDetached = false
        return switch log {
        case .room(let room): .follow(Follow(room: room, from: position.next))
        case .inbox: .followInbox(FollowInbox(from: position.next))
        }
    }

    /// The present line has answered one such request.
    package mutating func answered(for log: FollowedLog) {
        guard let position = positions[log], position.unansweredCount > 0 else { return }
        positions[log]?.unansweredCount -= 1
    }

    /// Nothing of a log is expected any more.
    package mutating func unfollow(_ log: FollowedLog) { positions[log] = nil }

    /// What a new line is asked for, or one that was left unread for a while.
    package var detached: [FollowedLog] { positions.filter { $0.value.isDetached }.map(\.key) }

    /// Nobody takes what comes: it is let go, and fetched again later.
    ///
    /// - Returns: the logs of which no more should come.
    package mutating func detach() -> [FollowedLog] {
        let logs = positions.filter { !$0.value.isDetached }.map(\.key)
        for log in logs { positions[log]?.isDetached = true }
        return logs
    }

    package mutating func lineLost() {
        for log in positions.keys {
            positions[log]?.unansweredCount = 0
            positions[log]?.isDetached = true
        }
    }

    /// What of an event is to be passed on; the next one is then the one behind it. Of a number that was there before,
    /// nothing is said twice.
    package mutating func take(_ event: RelayEvent) -> RelayEvent? {
        guard let position = positions[event.log], position.unansweredCount == 0, !position.isDetached else {
            return nil
        }
        guard let last = event.lastNumber else { return event }
        guard last >= position.next, let next = last.next else { return nil }
        positions[event.log]?.next = next
        guard case .entries(let entries) = event else { return event }
        return entries.from(position.next).map(RelayEvent.entries)
    }
}

extension RelayEvent {
    /// The last of the log's numbers that it tells of; a whisper has none.
    fileprivate var lastNumber: EntryNumber? {
        switch self {
        case .entries(let event): event.last
        case .withheld(let event): event.number
        case .trimmed(let event): event.through
        case .inbox(let event): event.number
        case .whisper: nil
        }
    }
}
