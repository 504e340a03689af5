import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct AcceptCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Say yes to an invitation.",
        discussion: """
            Example:
              sotto accept '#Tea'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        try await session.perform(.accept(room))
        try await session.wait(for: room) { $0 == .joined(room) }
        session.report("joined", room)
    }
}
