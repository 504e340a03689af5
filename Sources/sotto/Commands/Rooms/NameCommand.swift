import ArgumentParser
import Chat
import Identity
import RelayClient
import RelayProtocol

struct NameCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "name", abstract: "Go by another name, or take an @name at the relay.",
        discussion: """
            Examples:
              sotto name Ann
              sotto name @ann

            The first is what others see; in a room they see it once you change something there. The second is what
            others find you by at this relay: one an identity, first come.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "What others see; with @, what they find you by.")
    var name: String

    func run() async throws {
        if name.hasPrefix("@") { try await atRelay() } else { try rename() }
    }

    private func rename() throws(Failure) {
        let shown = try DisplayName(given: name)
        _ = try options.openClientHome(name: shown)
        report(shown.text, on: StandardCommandOutput(options))
    }

    func perform(in session: RoomsSession) async throws(Failure) {
        let name = try AtName(given: name)
        try await session.wait(for: nil) { $0 == .online }
        do throws(RelayClientError) { try await session.client.line.claimName(name) } catch {
            if error == .refused(.nameTaken, detail: 0) {
                throw Failure(.refused, "Somebody else has the name @\(name.text).", mend: "Take another one.")
            }
            throw Failure(.relay(error))
        }
        report("@" + name.text, on: session.output)
    }

    private func report(_ name: String, on output: any CommandOutput) {
        output.show(name, JSONObject(["event": "named", "name": .string(name)]))
    }
}
