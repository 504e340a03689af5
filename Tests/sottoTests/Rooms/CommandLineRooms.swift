import Foundation
import Testing

@testable import sotto

/// People with a home each, who say everything by commands, at a relay that may be killed.
final class CommandLineRooms {
    let temporary = TemporaryFolder()
    private(set) var relay: RunningServer
    private let options: [String]
    private let shell: String

    /// - Parameters:
    ///   - options: further ones of `sotto server`.
    ///   - shell: commands for `/bin/sh` before it takes its place.
    init(_ options: [String] = [], after shell: String = ":") throws {
        (self.options, self.shell) = (options, shell)
        relay = try RunningServer(
            home: temporary.path("relay"), options, listen: ["127.0.0.1:\(try KilledServer.freePort())"], after: shell)
    }

    private var port: Int { relay.port }

    struct Ended {
        let status: Int32?
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }

        var objects: [[String: Any]] { CommandLineRooms.objects(in: output) }
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
    ///
    /// - Parameter line: the relay's, by way of somebody in between.
    func gather(at line: String? = nil) throws {
        let line = line ?? relay.line
        for (person, name) in [("ann", "Ann"), ("bob", "Bob"), ("cat", "Cat")] { try done(person, "name", name) }
        try done("ann", "create", "Teahouse", "--relay", line)
        let link = try done("ann", "invite", "#Teahouse", "--link")
        try done("bob", "join", "-", input: link.output)
        try done("cat", "name", "@cat", "--relay", line)
        try done("ann", "invite", "Teahouse", "@cat")
        try done("cat", "accept", "Teahouse")
    }

    /// kill -9, and a new start at the same place.
    func killRelay() throws {
        relay.program.killNow()
        try startRelay()
    }

    /// At the same place, from the home of that name.
    func startRelay(home: String = "relay") throws {
        relay = try RunningServer(
            home: temporary.path(home), options, listen: ["127.0.0.1:\(port)"], after: shell)
    }

    /// The relay's database is lost; its key isn't.
    func wipeRelay() throws {
        #expect(relay.end() == 0)
        let folder = URL(filePath: temporary.path("relay/relay"))
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.lastPathComponent.hasPrefix("relay.sqlite") { try FileManager.default.removeItem(at: file) }
        try startRelay()
    }

    func stopRelay() { #expect(relay.end() == 0) }

    /// What was said, as somebody has it.
    func texts(_ person: String) throws -> [String] {
        try done(person, "history", "Teahouse", "--json").objects.compactMap { $0["text"] as? String }
    }

    /// What is printed with `--json`, line by line.
    static func objects(in output: String) -> [[String: Any]] {
        output.split(separator: "\n").map {
            (try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) ?? [:]
        }
    }

    /// All files of a home.
    func files(of person: String) throws -> [Data] {
        let folder = URL(filePath: temporary.path(person))
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (found?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }.map { try Data(contentsOf: $0) }
    }
}
