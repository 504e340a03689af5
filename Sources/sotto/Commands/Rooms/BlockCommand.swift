import ArgumentParser
import Chat
import Identity

struct BlockCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "block", abstract: "Hear nothing more from somebody.",
        discussion: """
            Examples:
              sotto block @bob
              sotto block '0123 4567 89ab …'     somebody from a room, by fingerprint
              sotto block @bob --undo

            Their invitations are dropped, and their messages not shown. It changes nothing for others in a room, who
            don't hear of it; to put somebody out of a room: sotto remove ROOM WHO
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "@name, or a fingerprint.")
    var person: String

    @Flag(help: "Hear them again.")
    var undo = false

    var isOffline: Bool { true }

    func perform(in session: RoomsSession) async throws(Failure) {
        let identity = try await session.known(PersonAddress(given: person))
        guard identity != session.identity else { throw Failure(.wrongUsage, "That is you.", mend: "sotto contacts") }
        try await session.checkRoomForContact(identity)
        try await session.change(.block(identity, isUndone: undo))
        let event = undo ? "unblocked" : "blocked"
        let fingerprint = Fingerprint(of: identity).text
        session.output.show(
            "\(event)  \(fingerprint)", JSONObject(["event": .string(event), "fingerprint": .string(fingerprint)]))
    }
}
