import Chat
import RelayProtocol

extension RoomsSession {
    /// Asks for a change of a room, and waits until it stands.
    ///
    /// - Throws: ``Failure`` where it is refused.
    func change(_ room: RoomID, by command: ChatCommand) async throws(Failure) {
        try await perform(command)
        try await wait(for: room) { $0 == .granted(room) }
    }

    /// Whether a message of one's own waits to be sent.
    func keeps(_ id: MessageID, in room: RoomID) async throws(Failure) -> Bool {
        try await read { core throws(ChatStorageError) in
            core.outbox(of: room).contains { row in
                if case .message(let content) = row.content { content.id == id } else { false }
            }
        }
    }

    /// Said to the others is what it takes; another member makes it true.
    func waitUntilSaid(leavingOf room: RoomID) async throws(Failure) {
        try await wait(for: room) { event async throws(Failure) in
            switch event {
            case .left(room): true
            case .entry(room, _):
                try await read { core throws(ChatStorageError) in
                    !core.outbox(of: room).contains { $0.content == .leaving }
                }
            default: false
            }
        }
    }
}
