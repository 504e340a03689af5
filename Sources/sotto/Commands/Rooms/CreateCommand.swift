import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct CreateCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a room.",
        discussion: """
            Examples:
              sotto create Tea
              sotto create 'Book club' --classical
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "What it is called.")
    var room: String

    @Flag(help: "Without keys that withstand quantum computers: smaller, for devices that can't.")
    var classical = false

    func perform(in session: RoomsSession) async throws(Failure) {
        let name = try RoomName(given: room)
        let id = RoomID.drawn()
        let suite: CipherSuite = classical ? .x25519ChaCha20Poly1305 : .xWingChaCha20Poly1305
        try await session.perform(.create(id, kind: .group, name: name, with: nil, suite: suite))
        try await session.wait(for: id) { $0 == .joined(id) }
        session.report("created", id, name: name.name.text)
    }
}
