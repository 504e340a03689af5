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
              sotto accept @bob
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, the room's id, or of who asks for a conversation @name or fingerprint.")
    var room: String

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        for room in try await session.invitations(room) {
            try await session.perform(.accept(room))
            try await session.wait(for: room) { $0 == .joined(room) }
            session.report("joined", room)
        }
    }
}
