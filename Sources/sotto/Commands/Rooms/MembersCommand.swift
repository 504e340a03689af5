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
        let state = try await session.read { core throws(ChatStorageError) in core.state(of: room) }
        guard let state else { throw Failure(.refused, "You aren't a member of that room.", mend: "sotto rooms") }
        for member in state.members {
            show(member, isAdmin: state.admins.contains(member.identity), session.output)
        }
    }

    private func show(_ member: RoomMember, isAdmin: Bool, _ output: any CommandOutput) {
        let fingerprint = Fingerprint(of: member.identity).text
        output.show(
            "\(fingerprint)  \(member.credential.name.text)\(isAdmin ? "  (admin)" : "")",
            JSONObject([
                "name": .string(member.credential.name.text), "fingerprint": .string(fingerprint),
                "admin": .flag(isAdmin),
            ]))
    }
}
