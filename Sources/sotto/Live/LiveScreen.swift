import Chat
import Identity
import RelayProtocol
import Terminal

/// What happens in rooms, on a console.
struct LiveScreen: Sendable {
    let console: any Console
    let output: LiveOutput

    init(console: any Console, json: Bool) {
        self.console = console
        output = LiveOutput(console: console, json: json)
    }

    /// - Parameter name: of the room, where it isn't the one that the person is in.
    func show(_ row: NumberedRow, of room: RoomID, in name: String?) {
        let line = TimelinePrinter(room, row.people).line(of: row)
        guard let name else { return console.show(line) }
        let place = StyledText(DisplayText("#\(name) "), .dim)
        console.show(ConsoleLine(text: { line.text.map { place + $0 } }, object: { line.object }))
    }

    /// Returns when all that was shown is out, or its task is cancelled.
    func wait() async {
        let (isOut, out) = AsyncStream.makeStream(of: Void.self)
        console.show(ConsoleLine([])) { out.finish() }
        for await _ in isOut {}
    }

    func tellRoom(_ overview: RoomOverview, members: [String]) {
        let name = overview.name.map { "#" + $0 } ?? overview.room.text
        output.tell(
            "you are in \(name) with \(members.joined(separator: ", "))",
            event: JSONObject([
                "event": "room", "room": .string(overview.room.text), "name": .string(overview.name ?? ""),
            ]))
    }

    func tellNoRoom() { output.tell("you are in no room: /join LINK, /create NAME, or /rooms and /room NAME") }

    func tellInvitation(_ overview: RoomOverview) {
        let inviter = overview.inviter
        let who = inviter.map { "\($0.line) · \(Fingerprint(of: $0.identity).text) ·" } ?? "somebody"
        let name = overview.name.map { "#" + $0 } ?? overview.room.text
        output.tell(
            "\(who) asks you into \(name): /accept \(name) or /decline \(name)",
            event: JSONObject([
                "event": "invited", "room": .string(overview.room.text), "name": .string(overview.name ?? ""),
                "inviter": .string(inviter?.name.text ?? ""),
                "inviterFingerprint": .string(inviter.map { Fingerprint(of: $0.identity).text } ?? ""),
            ]))
    }

    func tellOffline(waiting: Int) {
        let sentence = "no line to the relay; what you say is kept until there is one"
        output.tell(
            waiting == 0 ? sentence : sentence + " (\(waiting) waiting)",
            event: JSONObject(["event": "offline", "waiting": .number(waiting)]))
    }

    func tellOnline() { output.tell("at the relay", event: JSONObject(["event": "online"])) }

    func tellStored(_ id: MessageID, in room: RoomID) {
        guard output.json else { return }
        output.tell(
            "", event: JSONObject(["event": "stored", "room": .string(room.text), "id": .string(id.text)]))
    }

    func tellHelp() {
        for line in Self.help { output.tell(line) }
    }

    private static let help = [
        "what you type is said in the room that you are in; a line that begins with / is a command:",
        "/rooms, /room NAME (go there), /create NAME, /join LINK, /accept #ROOM, /decline #ROOM, /leave",
        "/members, /invite @name, /invite --link --uses 5, /remove WHO, /admin WHO, /rename NAME, /history --limit 50",
        "/search WORDS in all rooms, or with --room '#ROOM' in one;",
        "/send @name TEXT, /verify @name, /contacts, /block @name",
        "/help COMMAND, /quit; // at the beginning says a line that begins with /",
    ]
}
