import Foundation
import Testing

@testable import sotto

/// People with a home each, who say everything by commands, at a relay that may be killed.
final class CommandLineRooms {
    let temporary = TemporaryFolder()
    private(set) var relay: RunningServer
    private let port: Int

    init() throws {
        relay = try RunningServer(home: temporary.path("relay"))
        port = relay.port
    }

    struct Ended {
        let status: Int32?
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }

        var objects: [[String: Any]] {
            lines.map { (try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) ?? [:] }
        }
    }

    /// Runs one command from somebody's home, and waits for its end.
    @discardableResult
    func sotto(_ person: String, _ arguments: String..., input: String? = nil) throws -> Ended {
        let program = try RunningProgram(arguments + ["--home", temporary.path(person), "--no-input"])
        if let input { program.write(input) }
        program.closeInput()
        let status = program.end(within: 60)
        return Ended(status: status, output: program.output.whole(), errors: program.errors.whole())
    }

    /// As ``sotto(_:_:input:)``, where only success will do.
    @discardableResult
    func done(_ person: String, _ arguments: String..., input: String? = nil) throws -> Ended {
        let program = try RunningProgram(arguments + ["--home", temporary.path(person), "--no-input"])
        if let input { program.write(input) }
        program.closeInput()
        let status = program.end(within: 60)
        let ended = Ended(status: status, output: program.output.whole(), errors: program.errors.whole())
        try #require(status == 0, "\(arguments): \(ended.errors)")
        return ended
    }

    /// Ann makes a room, Bob comes by a link, and Cat is invited by name.
    func gather() throws {
        for (person, name) in [("ann", "Ann"), ("bob", "Bob"), ("cat", "Cat")] { try done(person, "name", name) }
        try done("ann", "create", "Teahouse", "--relay", relay.line)
        let link = try done("ann", "invite", "#Teahouse", "--link")
        try done("bob", "join", "-", input: link.output)
        try done("cat", "name", "@cat", "--relay", relay.line)
        try done("ann", "invite", "Teahouse", "@cat")
        try done("cat", "accept", "Teahouse")
    }

    /// kill -9, and a new start at the same place.
    func killRelay() throws {
        relay.program.killNow()
        relay = try RunningServer(home: temporary.path("relay"), listen: ["127.0.0.1:\(port)"])
    }

    func stopRelay() { #expect(relay.end() == 0) }

    /// What was said, as somebody has it.
    func texts(_ person: String) throws -> [String] {
        try done(person, "history", "Teahouse", "--json").objects.compactMap { $0["text"] as? String }
    }

    /// All files of a home.
    func files(of person: String) throws -> [Data] {
        let folder = URL(filePath: temporary.path(person))
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (found?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }.map { try Data(contentsOf: $0) }
    }
}
