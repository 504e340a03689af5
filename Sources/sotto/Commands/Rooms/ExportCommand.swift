import ArgumentParser
import Chat
import Identity
import RelayProtocol

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write out all that is kept of rooms, in the open.",
        discussion: """
            Examples:
              sotto export > rooms.jsonl
              sotto export --room '#Tea' | gpg --encrypt --recipient me > tea.gpg

            One JSON object a line: of each room first {"event":"room",…}, then its entries as `sotto tail --json` prints
            them. What comes out is plain: whoever gets it reads it. No relay is dialled.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Option(help: ArgumentHelp("This room alone: #name, or its id.", valueName: "room"))
    var room: String?

    func run() async throws {
        var options = options
        options.json = true
        if !options.quiet { StandardError.tell("What comes out is plain: whoever gets it reads it.") }
        let choice = room
        let counts = try await RoomsRun(options: options).offlineEach(at: place.address()) { session throws(Failure) in
            let rooms = try await session.rooms(choice)
            for room in rooms { try await session.export(room) }
            return rooms.count
        }
        guard choice == nil || counts.contains(where: { $0 > 0 }) else { throw Failure.noSuchRoom }
    }
}

extension RoomsSession {
    fileprivate func export(_ room: RoomID) async throws(Failure) {
        let (name, record) = try await read { core throws(ChatStorageError) in
            (core.name(of: room)?.name.text, core.record(of: room))
        }
        var object = JSONObject([
            "event": "room", "room": .string(room.text), "relay": .string(relay.hostAndPort),
            "standing": .string(record.map { "\($0.standing)" } ?? "gone"),
        ])
        if let name { object.add("name", .string(name)) }
        StandardOutput.print(object.line)
        _ = try await show(room, since: 0, showsBlocked: true)
    }
}
