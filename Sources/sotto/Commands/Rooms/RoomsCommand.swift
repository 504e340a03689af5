import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct RoomsCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "rooms", abstract: "List rooms, and invitations.",
        discussion: """
            Examples:
              sotto rooms
              sotto rooms --json
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption
    @OptionGroup var kept: OfflineOption

    var isOffline: Bool { kept.offline }

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let rooms = try await session.read { core throws(ChatStorageError) in
            core.roomIDs.compactMap { RoomOverview(of: $0, in: core) }
        }
        for room in rooms { room.show(on: session.output) }
        if rooms.isEmpty, !session.output.json {
            session.output.tell("No rooms yet: sotto create NAME, or sotto join LINK.")
        }
    }
}
