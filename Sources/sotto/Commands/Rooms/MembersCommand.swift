import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct MembersCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "members", abstract: "List who is in a room.",
        discussion: """
            Examples:
              sotto members '#Tea'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption
    @OptionGroup var kept: OfflineOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    var isOffline: Bool { kept.offline }

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        let (state, people) = await session.client.read { core in
            (core.state(of: room), RoomPeople(of: room, in: core))
        }
        guard let state else { throw Failure(.refused, "You aren't a member of that room.", mend: "sotto rooms") }
        for member in state.members {
            let isAdmin = state.admins.contains(member.identity)
            show(ShownPerson(member, among: people), isAdmin: isAdmin, session.output)
        }
    }

    private func show(_ person: ShownPerson, isAdmin: Bool, _ output: any CommandOutput) {
        let fingerprint = Fingerprint(of: person.identity).text
        var object = JSONObject([
            "name": .string(person.name.text), "fingerprint": .string(fingerprint), "admin": .flag(isAdmin),
        ])
        object.add(person.fields)
        output.show("\(fingerprint)  \(person.line)\(isAdmin ? "  (admin)" : "")", object)
    }
}
