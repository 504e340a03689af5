import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct JoinCommand: RelayCommand {
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
        var command = self
        if link == Self.standardInput {
            command.link = try StandardInput.firstLine(.link)
        } else {
            StandardCommandOutput(options).tell(
                "A link is a secret, and your shell may remember it. Next time: sotto join -")
        }
        try await command.atRelay()
    }

    func relay() throws(Failure) -> RelayAddress? { try RoomLinkAddress(given: link).relay }

    func perform(in session: RoomsSession) async throws(Failure) {
        let link = try RoomLinkAddress(given: link)
        let name = try await session.join(by: link)
        session.report("joined", link.room, name: name)
    }

    private static let standardInput = "-"
}
