import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct MembersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "members", abstract: "List who is in a room.",
        discussion: """
            Examples:
              sotto members '#Tea'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    func run() async throws {
        let choice = room
        let state = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            return try await session.read { core throws(ChatStorageError) in core.state(of: room) }
        }
        guard let state else { throw Failure(.refused, "You aren't a member of that room.", mend: "sotto rooms") }
        for member in state.members { print(member, isAdmin: state.admins.contains(member.identity)) }
    }

    private func print(_ member: RoomMember, isAdmin: Bool) {
        let fingerprint = Fingerprint(of: member.identity).text
        guard options.json else {
            return StandardOutput.print("\(fingerprint)  \(member.credential.name.shown)\(isAdmin ? "  (admin)" : "")")
        }
        StandardOutput.print(
            JSONObject([
                "name": .string(member.credential.name.text), "fingerprint": .string(fingerprint),
                "admin": .flag(isAdmin),
            ]).line)
    }

}
