import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct JoinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Join a room by an invite link.",
        discussion: """
            Examples:
              sotto join -
              sotto join 'sotto://HOST:48295/KEY#ROOM.SECRET'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "The link; - reads it from standard input.")
    var link: String

    func run() async throws {
        let text = try link == "-" ? Self.firstLine() : link
        if link != "-", !options.quiet {
            StandardError.tell("A link is a secret, and your shell may remember it. Next time: sotto join -")
        }
        guard let address = RoomLinkAddress(text) else {
            throw Failure(
                .wrongUsage, "That isn't a room link.", mend: "It looks like this: sotto://HOST:PORT/KEY#ROOM.SECRET")
        }
        let name = try await RoomsRun(options: options).run(at: address.relay) { session throws(Failure) in
            try await session.perform(.join(address.room, by: address.secret))
            try await session.wait(for: address.room) { $0 == .joined(address.room) }
            return try await session.read { core throws(ChatStorageError) in
                core.state(of: address.room)?.settings.name?.name.text
            }
        }
        RoomReport(options).print("joined", address.room, name: name)
    }

    private static func firstLine() throws(Failure) -> String {
        guard let line = readLine(strippingNewline: true) else {
            throw Failure(
                .wrongUsage, "There is no link on standard input.", mend: "printf '%s\\n' LINK | sotto join -")
        }
        return line
    }

}
