import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct DeclineCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Say no to an invitation.",
        discussion: """
            Example:
              sotto decline '#Tea'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, the room's id, or of who asks for a conversation @name or fingerprint.")
    var room: String

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        for room in try await session.invitations(room) { try await decline(room, session) }
    }

    private func decline(_ room: RoomID, _ session: RoomsSession) async throws(Failure) {
        let standing = try await session.read { core throws(ChatStorageError) in core.record(of: room)?.standing }
        guard standing == .invited else {
            throw Failure(.wrongUsage, "Nobody asks you into that room.", mend: "To leave it: sotto leave ROOM")
        }
        try await session.perform(.leave(room))
        try await session.waitUntilSaid(leavingOf: room)
        session.report("declined", room)
    }
}
