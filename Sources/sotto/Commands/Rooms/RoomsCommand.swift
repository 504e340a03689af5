import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct RoomsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rooms", abstract: "List rooms, and invitations.",
        discussion: """
            Examples:
              sotto rooms
              sotto rooms --json
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    func run() async throws {
        let rows = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            return try await session.read { core throws(ChatStorageError) in
                core.roomIDs.compactMap { RoomOverview(of: $0, in: core) }
            }
        }
        for row in rows { row.print(options) }
        if rows.isEmpty, !options.json { StandardError.tell("No rooms yet: sotto create NAME, or sotto join LINK.") }
    }

}
