package import RelayProtocol

/// What a client follows, and from where on it would go on: kept over lost lines.
package struct FollowLedger: Sendable {
    package typealias Signer = @Sendable (_ handshakeHash: [UInt8]) -> [UInt8]

    /// How a room is opened again on another line.
    package struct Key: Sendable {
        package let number: EntryNumber
        package let sign: Signer

        package init(number: EntryNumber, sign: @escaping Signer) {
            self.number = number
            self.sign = sign
        }
    }

    private var keys: [RoomID: [Key]] = [:]
    private var rooms: [RoomID: EntryNumber] = [:]
    private var inbox: EntryNumber?

    /// Openings of one room that are repeated. What was readable by an older one was read before it.
    private static let keysPerRoomMax = 4

    package init() {}

    package mutating func opened(_ room: RoomID, _ key: Key) {
        keys[room, default: []].removeAll { $0.number == key.number }
        keys[room, default: []].append(key)
        if let count = keys[room]?.count, count > Self.keysPerRoomMax { keys[room]?.removeFirst() }
    }

    package mutating func follow(_ room: RoomID, from number: EntryNumber) { rooms[room] = number }

    package mutating func followInbox(from number: EntryNumber) { inbox = number }

    /// The relay doesn't open a room with a key any more: the oldest is the one that a removal has shut out.
    ///
    /// - Returns: whether that was the last, and so the room is closed.
    package mutating func forgetOldestKey(of room: RoomID) -> Bool {
        guard var left = keys[room], !left.isEmpty else { return false }
        left.removeFirst()
        keys[room] = left
        guard left.isEmpty else { return false }
        unfollow(room)
        return true
    }

    package mutating func unfollow(_ room: RoomID) {
        rooms[room] = nil
        keys[room] = nil
    }

    /// Rooms to be opened on a new line, before anything else is asked there.
    package func openings(handshakeHash: [UInt8]) -> [OpenRoom] {
        keys.flatMap { room, keys in
            keys.map { OpenRoom(room: room, number: $0.number, signature: $0.sign(handshakeHash)) }
        }
    }

    /// What is asked for once they are open.
    package var follows: [RelayRequest] {
        rooms.map { .follow(Follow(room: $0.key, from: $0.value)) }
            + (inbox.map { [.followInbox(FollowInbox(from: $0))] } ?? [])
    }

    /// Whether an event is new. Of a number that was there before, nothing is said twice.
    package mutating func isNew(_ event: RelayEvent) -> Bool {
        switch event {
        case .entry(let event): advance(event.room, past: event.number)
        case .withheld(let event): advance(event.room, past: event.number)
        case .trimmed(let event): advance(event.room, past: event.through)
        case .inbox(let event): advanceInbox(past: event.number)
        case .whisper(let event): rooms[event.room] != nil
        }
    }

    private mutating func advance(_ room: RoomID, past number: EntryNumber) -> Bool {
        guard let next = rooms[room], number >= next, let following = number.next else { return false }
        rooms[room] = following
        return true
    }

    private mutating func advanceInbox(past number: EntryNumber) -> Bool {
        guard let next = inbox, number >= next, let following = number.next else { return false }
        inbox = following
        return true
    }
}
