package import RelayProtocol

/// What a client follows and from where on it would go on, and the keys of the rooms that it has open: kept over lost
/// lines.
package struct FollowLedger: Sendable {
    private struct Position: Sendable {
        /// The first number that hasn't come.
        var next: EntryNumber
        /// Nothing of it is taken until it is followed again.
        var isDetached = false
        /// From the first to the last entry that couldn't be read with the keys that there were.
        var unread: ClosedRange<EntryNumber>?
    }

    private var keys: [RoomID: [RoomKey]] = [:]
    private var positions: [FollowedLog: Position] = [:]
    /// How often the present line was asked for a log and hasn't answered: what comes before it has is of an older
    /// follow. Also of logs that aren't followed any more: they may be again.
    private var unanswered: [FollowedLog: Int] = [:]

    package init() {}

    // MARK: Rooms that are open

    /// The relay has opened a room with a key. What of the epoch couldn't be read without it is followed anew.
    package mutating func opened(_ room: RoomID, with key: RoomKey) {
        var known = keys[room] ?? []
        if case .epoch(let number) = key.name, !known.contains(where: { $0.name == key.name }) {
            followUnread(in: .room(room), from: number)
        }
        known.removeAll { $0.name == key.name }
        known.append(key)
        // What only an older one could read was read before the newer was had.
        if known.count > RelayProtocolLimits.openingsPerRoomMax { known.removeFirst() }
        keys[room] = known
    }

    /// The first line will open a room, and follow it where that is wanted.
    package mutating func restore(_ room: RestoredRoom) {
        for key in room.keys { opened(room.id, with: key) }
        if let from = room.followedFrom { follow(.room(room.id), from: from) }
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
        positions[log] = Position(next: number, isDetached: true)
    }

    /// What an epoch's key opens lies behind the entry that began it: never is more than that fetched again, whatever
    /// stays unread before.
    private mutating func followUnread(in log: FollowedLog, from epoch: EntryNumber) {
        guard let position = positions[log], let unread = position.unread, unread.upperBound >= epoch else { return }
        positions[log]?.next = max(unread.lowerBound, epoch)
        positions[log]?.isDetached = true
        positions[log]?.unread = unread.lowerBound < epoch ? unread.lowerBound...epoch : nil
    }

    /// The first number that hasn't come.
    package func next(of log: FollowedLog) -> EntryNumber { positions[log]?.next ?? .first }

    /// The present line is asked for a log now: from the number that comes next.
    package mutating func asks(for log: FollowedLog) -> RelayRequest? {
        guard let position = positions[log] else { return nil }
        unanswered[log, default: 0] += 1
        positions[log]?.isDetached = false
        return switch log {
        case .room(let room): .follow(Follow(room: room, from: position.next))
        case .inbox: .followInbox(FollowInbox(from: position.next))
        }
    }

    /// The present line has answered one such request.
    ///
    /// - Returns: whether it was the last of them, and what comes now is of it and passed on.
    @discardableResult package mutating func answered(for log: FollowedLog) -> Bool {
        countDown(log) && positions[log]?.isDetached == false
    }

    /// The present line has refused one such request. A follow that it hasn't answered yet, or hasn't been asked for,
    /// stands.
    ///
    /// - Returns: whether the log isn't followed any more.
    @discardableResult package mutating func refused(for log: FollowedLog) -> Bool {
        guard answered(for: log) else { return false }
        positions[log] = nil
        return true
    }

    /// - Returns: whether that was the last.
    private mutating func countDown(_ log: FollowedLog) -> Bool {
        guard let count = unanswered[log] else { return false }
        unanswered[log] = count > 1 ? count - 1 : nil
        return count == 1
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
        unanswered.removeAll()
        for log in positions.keys { positions[log]?.isDetached = true }
    }

    /// What of an event is to be passed on; the next one is then the one behind it. A number passes again only after
    /// the log was followed anew from there or from before: by ``follow(_:from:)``, or because a room was
    /// ``opened(_:with:)`` with a key for what couldn't be read.
    package mutating func take(_ event: RelayEvent) -> RelayEvent? {
        let log = event.log
        guard let position = positions[log], unanswered[log] == nil, !position.isDetached else { return nil }
        guard let last = event.lastNumber else { return event }
        guard last >= position.next, let next = last.next else { return nil }
        positions[log]?.next = next
        if case .withheld(let event) = event, event.reason == .notReadable {
            let first = position.unread?.lowerBound ?? event.number
            positions[.room(event.room)]?.unread = min(first, event.number)...event.number
        }
        guard case .entries(let entries) = event else { return event }
        return entries.from(position.next).map(RelayEvent.entries)
    }
}
