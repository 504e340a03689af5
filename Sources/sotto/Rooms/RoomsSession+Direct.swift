import Chat
import Identity
import MLS
import RelayProtocol

// People as addresses: the room of two with them.
extension RoomsSession {
    /// Where something is said: a room, or the conversation with a person, which is made where there is none.
    func roomForSaying(_ choice: String) async throws(Failure) -> RoomID {
        guard let address = try PersonAddress(choice) else { return try await room(choice) }
        // Whoever asks for a conversation meanwhile is answered in it.
        try await sync()
        let other = try await person(address)
        guard other != identity else { throw Failure(.wrongUsage, "That is you.", mend: "sotto rooms") }
        if let distrust = await client.read({ core in core.distrust(of: other) }) { throw Failure(distrust) }
        let rooms = await client.read { core in core.directRooms(with: other) }
        for room in rooms { try await acceptIfInvited(room) }
        if let first = rooms.first { return first }
        let made = RoomID.drawn()
        try await perform(.create(made, kind: .direct, name: nil, with: other, suite: .xWingChaCha20Poly1305))
        return made
    }

    /// What is shown: a room, or all conversations with a person, the one that both write in last.
    func roomsForReading(_ choice: String) async throws(Failure) -> [RoomID] {
        guard let address = try PersonAddress(choice) else { return [try await room(choice)] }
        let other = try await known(address)
        let rooms = await client.read { core in
            core.directRooms(with: other).filter { core.record(of: $0)?.standing != .invited }
        }
        guard !rooms.isEmpty else {
            throw Failure(.failed, "There is no conversation with them.", mend: "sotto send @name TEXT, or sotto rooms")
        }
        return rooms.reversed()
    }

    /// The open invitations that are meant: to a room, or to conversations by a person.
    func invitations(_ choice: String) async throws(Failure) -> [RoomID] {
        guard let address = try PersonAddress(choice) else { return [try await room(choice)] }
        let other = try await person(address)
        let rooms = await client.read { core in
            core.directRooms(with: other).filter { core.record(of: $0)?.standing == .invited }
        }
        guard !rooms.isEmpty else { throw Failure(.failed, "They don't ask for a conversation.", mend: "sotto rooms") }
        return rooms
    }

    private func acceptIfInvited(_ room: RoomID) async throws(Failure) {
        let standing = await client.read { core in core.record(of: room)?.standing }
        if standing == .invited { try await perform(.accept(room)) }
    }
}
