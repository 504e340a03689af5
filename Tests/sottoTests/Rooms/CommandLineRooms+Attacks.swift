import Foundation
import Identity
import Testing

@testable import sotto

/// What attacks need beside commands that run to their end.
extension CommandLineRooms {
    /// Begins a command and doesn't wait for it. Its input is at its end.
    func begin(_ person: String, _ arguments: String..., after shell: String = ":") throws -> RunningProgram {
        let program = try RunningProgram(
            arguments + ["--home", temporary.path(person), "--no-input"], after: shell)
        program.closeInput()
        return program
    }

    /// The relay's invite line, by way of somebody else's port.
    func line(port: Int) throws -> String {
        try #require(RelayAddress("127.0.0.1:\(port)").pinned(to: relay.key()).inviteLine)
    }

    /// A room as somebody's own home shows it, by its id or name.
    func overview(_ person: String, _ room: String = "Teahouse") throws -> [String: Any] {
        try #require(
            try done(person, "rooms", "--json").objects.first { $0["name"] as? String == room }, "\(person): \(room)")
    }

    /// All have read the same log and stand in the same epoch; nothing waits to be sent.
    func expectAgreement(_ people: [String], location: SourceLocation = #_sourceLocation) throws {
        // What somebody's command still brings is before the others' last look.
        for person in people { _ = try overview(person) }
        let seen = try people.map { person in
            let room = try overview(person)
            #expect(room["waiting"] as? Int == 0, "\(person)", sourceLocation: location)
            return ["head", "epochAuthenticator"].map { room[$0] as? String ?? "" }
        }
        #expect(Set(seen).count == 1 && seen.allSatisfy { !$0.contains("") }, "\(seen)", sourceLocation: location)
    }

    /// Events of a kind, as somebody's home shows a room from its beginning.
    func history(_ person: String, _ room: String = "Teahouse") throws -> [[String: Any]] {
        try done(person, "history", room, "--json").objects
    }
}

extension [[String: Any]] {
    /// What was said, in order.
    var texts: [String] { compactMap { $0["text"] as? String } }

    func count(of event: String) -> Int { count { $0["event"] as? String == event } }
}
