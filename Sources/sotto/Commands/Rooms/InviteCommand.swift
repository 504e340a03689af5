import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Ask somebody into a room, or make an invite link.",
        discussion: """
            Examples:
              sotto invite '#Tea' --link
              sotto invite '#Tea' --link --uses 5 --expires 30d
              sotto invite '#Tea' @bob
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Argument(help: "Whom, by @name.")
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

    func validate() throws {
        guard (person == nil) == link else { throw ValidationError("Say whom, by @name, or --link.") }
        guard ChatLimits.linkUses.contains(uses) else { throw ValidationError("--uses takes 1 to 1000000.") }
    }

    func run() async throws {
        if link { try await makeLink() } else if let person { try await invite(person) }
    }

    private func invite(_ person: String) async throws {
        let name = try AtName(given: person)
        let choice = room
        let room = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            let identity = try await session.identity(of: name)
            try await session.change(room, by: .invite(identity, to: room))
            return room
        }
        RoomReport(options).print("invited", room, name: nil)
    }

    private func makeLink() async throws {
        let (choice, uses, span) = (room, uses, expires)
        let text = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            let secret = LinkSecret()
            let now = UInt64(SystemClock.millisecondsSince1970 / 1_000)
            let suite = try await session.read { core throws(ChatStorageError) in core.suite(of: room) }
            guard let suite else { throw Failure.noSuchRoom }
            let made = RoomLink(
                key: secret.key, sealingKey: secret.sealingKey(for: suite).publicKey, maker: session.identity,
                usesAllowed: uses, expiresAtSeconds: now + UInt64(span.seconds))
            try await session.change(room, by: .change(.makeLink(made), of: room))
            return RoomLinkAddress(session.relay, room: room, secret: secret).text
        }
        guard options.json else {
            StandardError.tell(
                "Whoever has this link may join, \(uses == 1 ? "once" : "\(uses) times"): it is a secret.")
            return StandardOutput.print(text)
        }
        StandardOutput.print(JSONObject(["event": "link", "link": .string(text)]).line)
    }

}
