import ArgumentParser
import Chat
import RelayProtocol

struct MendCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "mend", abstract: "Ask a room's members to add this device again, where it can't follow the room.",
        discussion: """
            A device that has been away for too long, or gets a change that it can't open, asks by itself: `sotto rooms`
            says so. This asks where only you see that something is wrong. Until a member's sotto has answered, nothing
            is sent; history stays.

            Example:
              sotto mend '#Tea'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        try await session.perform(.mend(room))
        session.report("asked", room)
    }
}
