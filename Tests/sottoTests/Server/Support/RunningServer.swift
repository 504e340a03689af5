import Foundation
import Identity
import Testing

@testable import sotto

/// `sotto server --json`, which has begun to listen.
struct RunningServer {
    let program: RunningProgram
    let invite: RelayAddress

    /// - Parameters:
    ///   - listen: the addresses, each with a port or 0 for any.
    ///   - shell: commands for `/bin/sh` before the program takes its place, such as `export NAME=value`.
    init(
        home: String, _ options: [String] = [], listen: [String] = ["127.0.0.1:0"], after shell: String = ":"
    ) throws {
        let listens = listen.flatMap { ["--listen", $0] }
        program = try RunningProgram(["server", "--json", "--home", home] + listens + options, after: shell)
        try #require(program.output.wait(for: "\n"), "\(program.errors.text)")
        invite = try RelayAddress(#require(Self.object(program.output.text)["invite"] as? String))
    }

    var line: String { invite.inviteLine ?? "" }
    var port: Int { Int(invite.port) }
    var listening: [String: Any] { Self.object(program.output.text) }

    func key() throws -> RelayKey { try #require(invite.relayKey) }

    /// A line to it that needn't behave.
    func dial(as person: Person, from address: String? = nil) throws -> RawLine {
        try RawLine.dial(port, as: person, relay: key(), from: address)
    }

    /// Waits for a log line whose message begins so, and gives its fields.
    func logged(_ message: String) -> [String: Any]? {
        guard program.errors.wait(for: "\"message\":\"\(message)") else { return nil }
        return logs.last { ($0["message"] as? String)?.hasPrefix(message) == true }
    }

    /// Everything on standard error, line by line; what is no object comes out empty.
    var logs: [[String: Any]] { program.errors.text.split(separator: "\n").map { Self.object(String($0)) } }

    func signal(_ number: Int32) { kill(program.number, number) }

    /// Stops it, politely.
    func end() -> Int32? {
        program.terminate()
        return program.end()
    }

    /// The first line.
    private static func object(_ text: String) -> [String: Any] {
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        return (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]) ?? [:]
    }
}
