import ArgumentParser
import Chat
import RelayProtocol

struct LinksCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "List a room's invite links, or end one.",
        discussion: """
            Examples:
              sotto links '#Tea'
              sotto links '#Tea' --revoke mJ8x

            Nobody but who was given a link can tell it: what is listed is its id, who made it, how often it was used,
            and when it ends.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Option(help: ArgumentHelp("End this one; the first letters of its id are enough.", valueName: "id"))
    var revoke: String?

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        let state = try await session.read { core throws(ChatStorageError) in core.state(of: room) }
        guard let state else { throw Failure(.refused, "You aren't a member of that room.", mend: "sotto rooms") }
        guard let revoke else {
            for link in state.settings.links { LinkOverview(link, in: state).show(on: session.output) }
            if state.settings.links.isEmpty, !session.output.json { session.output.tell("No links lead there.") }
            return
        }
        let link = try Self.link(revoke, in: state)
        try await session.change(room, by: .change(.endLink(link.key), of: room))
        session.report("changed", room)
    }

    private static func link(_ id: String, in state: RoomState) throws(Failure) -> RoomLink {
        let meant = state.settings.links.filter { LinkOverview.id(of: $0).hasPrefix(id) }
        guard let link = meant.first, !id.isEmpty else {
            throw Failure(.wrongUsage, "No link there has that id.", mend: "sotto links ROOM")
        }
        guard meant.count == 1 else {
            throw Failure(.wrongUsage, "Several links there begin so.", mend: "Give more of its id: sotto links ROOM")
        }
        return link
    }
}
