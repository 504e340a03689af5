import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct InviteCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Ask somebody into a room, or make an invite link.",
        discussion: """
            Examples:
              sotto invite '#Tea' --link
              sotto invite '#Tea' --link --uses 5 --expires 30d
              sotto invite '#Tea' --link --qr
              sotto invite '#Tea' @bob
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Argument(help: "Whom: @name, or the fingerprint of somebody whom you know.")
    var person: String?

    @Flag(help: "Make a link by which somebody joins, whether or not you are there.")
    var link = false

    @Option(help: ArgumentHelp("How often the link may be used.", valueName: "count"))
    var uses: UInt32 = 1

    @Option(
        help: ArgumentHelp("How long the link lives, such as 12h or 7d.", valueName: "time"),
        transform: { text in
            guard let span = TimeSpan(text) else { throw ValidationError("It takes \(TimeSpan.words).") }
            return span
        })
    var expires = TimeSpan.week

    @Flag(help: "Show the link as a picture too, for a phone to read.")
    var qr = false

    func validate() throws {
        guard (person == nil) == link else { throw ValidationError("Say whom, by @name, or --link.") }
        guard ChatLimits.linkUses.contains(uses) else { throw ValidationError("--uses takes 1 to 1000000.") }
    }

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        if let person { try await invite(person, to: room, session) } else { try await makeLink(to: room, session) }
    }

    private func invite(_ person: String, to room: RoomID, _ session: RoomsSession) async throws(Failure) {
        let identity = try await session.person(PersonAddress(given: person))
        try await session.change(room, by: .invite(identity, to: room))
        session.report("invited", room)
    }

    private func makeLink(to room: RoomID, _ session: RoomsSession) async throws(Failure) {
        let link = try await session.makeLink(to: room, uses: uses, for: expires)
        if !session.output.json {
            session.output.tell(
                "Whoever has this link may join, \(uses == 1 ? "once" : "\(uses) times"): it is a secret.")
        }
        session.output.show(whole: link.text, JSONObject(["event": "link", "link": .string(link.text)]))
        if qr, let picture = QRPicture(link.text) { session.output.show(ConsoleLine(picture.lines)) }
    }
}
