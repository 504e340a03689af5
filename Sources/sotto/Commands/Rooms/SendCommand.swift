import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct SendCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Say something in a room, or to somebody.",
        discussion: """
            Examples:
              sotto send '#Tea' 'hello'
              sotto send @bob 'hello'
              echo hello | sotto send '#Tea' -
              Exits with 0 once the relay has it on disk; prints the message's id.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, the room's id, @name, or a fingerprint.")
    var room: String

    @Argument(help: "The text; - or nothing reads standard input.")
    var text: String?

    func perform(in session: RoomsSession) async throws(Failure) {
        let written = text ?? Self.standardInput
        let said = written == Self.standardInput ? StandardInput.all() : written
        guard let body = MessageText(said) else {
            throw Failure(
                .wrongUsage, "A message has 1 to \(ChatLimits.textBytes.upperBound) bytes.", mend: "Send it in parts.")
        }
        let (room, id) = (try await session.roomForSaying(room), MessageID.drawn())
        try await session.perform(.say(.text(TextBody(text: body)), id: id, in: room))
        do throws(Failure) { try await session.wait(for: room) { $0 == .stored(room, id) } } catch {
            guard try await session.keeps(id, in: room) else { throw error }
            throw error.kept
        }
        session.output.show(id.text, JSONObject(["event": "stored", "id": .string(id.text)]))
    }

    private static let standardInput = "-"
}
