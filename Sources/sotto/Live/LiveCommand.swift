import ArgumentParser

/// A command of `sotto` that was typed at a client.
struct LiveCommand: Sendable {
    private let command: any RelayCommand

    /// - Throws: ``Failure`` for words that are none, or that belong outside.
    init(_ words: [String]) throws(Failure) {
        let parsed: any ParsableCommand
        do { parsed = try SottoCommand.parseAsRoot(words) } catch {
            throw Failure(.wrongUsage, Self.sentence(SottoCommand.message(for: error)), mend: "/help")
        }
        guard let command = parsed as? any RelayCommand, !Self.outside.contains(words.first ?? "") else {
            throw Failure(.wrongUsage, "That isn't for here.", mend: "/help, or in another terminal: sotto --help")
        }
        self.command = command
    }

    /// What goes wrong is told; the client goes on.
    func run(at session: RoomsSession, _ output: LiveOutput) async {
        let own = await session.command(output: output)
        defer { own.end() }
        do throws(Failure) { try await command.perform(in: own) } catch { output.tell(error) }
    }

    /// What would hold up the client that it is typed at.
    private static let outside: Set = ["tail"]

    private static func sentence(_ text: String) -> String {
        text.split(separator: "\n").first.map(String.init) ?? "Those words are no command."
    }
}
