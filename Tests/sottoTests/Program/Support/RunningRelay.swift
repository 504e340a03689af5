import Foundation
import Identity
import Testing

@testable import sotto

/// `sotto host`, which has begun to listen on a port of its own and has made its room.
struct RunningRelay {
    let program: RunningProgram
    let invite: RelayAddress
    /// By which others come into its room.
    let link: String

    /// `home` is a folder; the options are further ones of `sotto host`.
    init(
        home: String, _ options: [String] = ["--json"], listen: String = "127.0.0.1:0",
        on terminal: PseudoTerminal? = nil
    ) throws {
        program = try RunningProgram(["host", "--home", home, "--listen", listen] + options, on: terminal)
        let place = options.contains("--json") ? program.output : program.errors
        try #require(place.wait { Self.link(in: $0) != nil }, "\(place.text)")
        link = try #require(Self.link(in: Data(place.bytes)))
        invite = try RelayAddress(String(link.prefix { $0 != "#" }))
    }

    var line: String { invite.inviteLine ?? "" }

    /// Another address with this relay's key.
    func line(port: Int) throws -> String {
        let key = try #require(invite.relayKey)
        return try #require(RelayAddress("127.0.0.1:\(port)").pinned(to: key).inviteLine)
    }

    /// The same link by another address.
    func link(port: Int) throws -> String {
        try line(port: port) + String(link.drop { $0 != "#" })
    }

    /// The texts that it has printed with `--json`, until now.
    var texts: [String] { Self.texts(in: program.output.text) }

    /// Stops it, politely, once it has shown so many messages: their texts.
    func textsAtTheEnd(_ count: Int) -> [String] {
        #expect(program.output.wait(within: 60) { Self.messageCount(in: $0) >= count })
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

    private static func messageCount(in output: Data) -> Int {
        String(decoding: output, as: UTF8.self).components(separatedBy: "{\"event\":\"message\"").count - 1
    }

    /// Whole: something that can't belong to it follows.
    private static func link(in output: Data) -> String? {
        let text = String(decoding: output, as: UTF8.self)
        var rest = text[...]
        while let start = rest.range(of: "sotto://") {
            rest = rest[start.lowerBound...]
            guard let end = rest.firstIndex(where: { $0.isWhitespace || $0 == "\"" || $0 == "\u{1B}" }) else {
                return nil
            }
            if rest[..<end].contains("#") { return String(rest[..<end]) }
            rest = rest[end...]
        }
        return nil
    }
}
