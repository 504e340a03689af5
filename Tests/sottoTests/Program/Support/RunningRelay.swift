import Foundation
import Identity
import Testing

@testable import sotto

/// A relay that has begun to listen on a port of its own.
struct RunningRelay {
    let program: RunningProgram
    let invite: RelayAddress

    /// `home` is a folder; the options are further ones of `sotto host`.
    init(
        home: String, _ options: [String] = ["--json"], listen: String = "127.0.0.1:0",
        on terminal: PseudoTerminal? = nil
    ) throws {
        program = try RunningProgram(["host", "--home", home, "--listen", listen] + options, on: terminal)
        let place = options.contains("--json") ? program.output : program.errors
        try #require(place.wait { Self.invite(in: $0) != nil }, "\(place.text)")
        invite = try RelayAddress(#require(Self.invite(in: Data(place.bytes))))
    }

    var line: String { invite.inviteLine ?? "" }

    /// Another address with this relay's key.
    func line(port: Int) throws -> String {
        let key = try #require(invite.relayKey)
        return try #require(RelayAddress("127.0.0.1:\(port)").pinned(to: key).inviteLine)
    }

    /// The texts that it has printed with `--json`, until now.
    var texts: [String] { Self.texts(in: program.output.text) }

    /// Stops it, politely: everything that it printed.
    func textsAtTheEnd() -> [String] {
        program.terminate()
        #expect(program.end() == 0)
        return Self.texts(in: program.output.whole())
    }

    static func texts(in output: String) -> [String] {
        output.split(separator: "\n").compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["event"] as? String == "message" ? object?["text"] as? String : nil
        }
    }

    /// Whole: something that can't belong to it follows.
    private static func invite(in output: Data) -> String? {
        let text = String(decoding: output, as: UTF8.self)
        guard let start = text.range(of: "sotto://") else { return nil }
        let rest = text[start.lowerBound...]
        guard let end = rest.firstIndex(where: { $0.isWhitespace || $0 == "\"" || $0 == "\u{1B}" }) else { return nil }
        return String(rest[..<end])
    }
}
