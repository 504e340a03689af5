import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct CreateCommand: AsyncParsableCommand {
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

    func run() async throws {
        let name = try RoomName(DisplayName(given: room.hasPrefix("#") ? String(room.dropFirst()) : room))
        let id = RoomID.drawn()
        let suite: CipherSuite = classical ? .x25519ChaCha20Poly1305 : .xWingChaCha20Poly1305
        try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.perform(.create(id, kind: .group, name: name, with: nil, suite: suite))
            try await session.wait(for: id) { $0 == .joined(id) }
        }
        RoomReport(options).print("created", id, name: name.name.text)
    }

}
