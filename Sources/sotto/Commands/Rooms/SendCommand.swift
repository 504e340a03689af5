import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Say something in a room.",
        discussion: """
            Examples:
              sotto send '#Tea' 'hello'
              echo hello | sotto send '#Tea' -
              Exits with 0 once the relay has it on disk; prints the message's id.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Argument(help: "The text; - or nothing reads standard input.")
    var text: String?

    func run() async throws {
        let written = text ?? "-"
        let said = written == "-" ? try Self.standardInput() : written
        guard let body = MessageText(said) else {
            throw Failure(
                .wrongUsage, "A message has 1 to \(ChatLimits.textBytes.upperBound) bytes.", mend: "Send it in parts.")
        }
        let (choice, id) = (room, MessageID.drawn())
        try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            let room = try await session.room(choice)
            try await session.perform(.say(.text(TextBody(text: body)), id: id, in: room))
            do throws(Failure) { try await session.wait(for: room) { $0 == .stored(room, id) } } catch {
                guard try await session.keeps(id, in: room) else { throw error }
                throw Failure(
                    error.status, error.sentence,
                    mend:
                        "The message is kept, and goes out with a later command once the relay takes it: don't say it "
                        + "again.")
            }
        }
        guard options.json else { return StandardOutput.print(id.text) }
        StandardOutput.print(JSONObject(["event": "stored", "id": .string(id.text)]).line)
    }

    /// Without the last newline.
    private static func standardInput() throws(Failure) -> String {
        var lines: [String] = []
        while let line = readLine(strippingNewline: true) { lines.append(line) }
        return lines.joined(separator: "\n")
    }

}
