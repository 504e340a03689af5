import Chat
import RelayProtocol

extension RoomsSession {
    /// Asks for a change of a room, and waits until it stands.
    ///
    /// - Throws: ``Failure`` where it is refused.
    func change(_ room: RoomID, by command: ChatCommand) async throws(Failure) {
        try await perform(command)
        try await wait { $0 == .granted(room) }
    }
}
