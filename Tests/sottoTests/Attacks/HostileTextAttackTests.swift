import Foundation
import Identity
import NIOCore
import SecureChannel
import Sodium
import Testing

@testable import SecureChannel
@testable import sotto

/// A31: names and messages that would like to be commands to a terminal.
@Suite(.serialized, .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct HostileTextAttackTests {
    /// Of each a message is made; none of them may reach a terminal as it is.
    static let hostile: [String] = [
        "\u{1B}[2J\u{1B}[H", "\u{1B}[35;1;7;9m", "\u{1B}[6n", "\u{1B}[?1049h", "\u{1B}c",
        "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\",
        "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}P+q544e\u{1B}\\", "\u{1B}_apc\u{1B}\\", "\u{1B}^pm\u{1B}\\",
        "\u{9B}31m", "\u{9D}0;title\u{9C}", "\u{90}sixel\u{9C}", "\u{7}\u{7}\u{7}", "safe\rEVIL", "a\u{8}b\u{7F}",
        "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "\u{200B}\u{200C}\u{200D}\u{FEFF}", "\u{2028}x\u{2029}",
        "a" + String(repeating: "\u{301}", count: 8_000), "\u{E000}\u{F8FF}\u{FFFF}", "\u{0}\u{1}\u{1F}",
        "\u{E0041}\u{E0042}", "\u{85}next", "\u{B}\u{C}",
    ]

    private let temporary = TemporaryFolder()

    /// What no terminal obeys, and everybody sees.
    private static func isClean(_ text: some StringProtocol) -> Bool {
        var marks = 0
        for scalar in text.unicodeScalars where scalar != "\n" {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                return false
            case .nonspacingMark, .enclosingMark: marks += 1
            default: marks = 0
            }
            if marks > 5 || scalar.properties.isDefaultIgnorableCodePoint { return false }
        }
        return true
    }

    private func says(_ texts: [String]) -> [LineMessage] {
        texts.enumerated().map {
            TalkMessage.say(TalkSession(rawValue: 1), number: UInt64($0 + 1), text: Array($1.utf8)).lineMessage
        }
    }

    // MARK: - What a client says

    @Test func aPlainServerShowsAsEscapes() throws {
        let relay = try RunningRelay(home: temporary.path("relay"), ["--plain"])
        let line = try RawLine.dial(Int(relay.invite.port), as: Person(), relay: #require(relay.invite.relayKey))
        try line.send(says(Self.hostile + ["two\nlines", "the last of them"]))
        #expect(relay.program.output.wait(for: "the last of them"))
        let output = relay.program.output.text
        #expect(Self.isClean(output))
        for escape in ["\\u{1b}]52;c;ZXZpbA==\\u{7}", "\\u{9b}31m", "safe\\u{d}EVIL", "\\u{202e}gnp.exe", "\\u{200b}"] {
            #expect(output.contains(escape), "\(escape)")
        }
        // A second line can't pass for somebody's first.
        #expect(output.contains("Ann: two\n  lines\n"))
        #expect(Self.isClean(relay.program.errors.text))
    }

    @Test func aServerForProgramsEscapesAndKeepsEveryBit() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let line = try RawLine.dial(Int(relay.invite.port), as: Person(), relay: #require(relay.invite.relayKey))
        try line.send(says(Self.hostile + ["the last of them"]))
        #expect(relay.program.output.wait(for: "the last of them"))
        #expect(Self.isClean(relay.program.output.text))
        #expect(relay.texts.map { Array($0.utf8) } == (Self.hostile + ["the last of them"]).map { Array($0.utf8) })
    }

    @Test func aServerOnATerminalShowsAsEscapes() throws {
        let relay = try RunningRelay(home: temporary.path("relay"), [], on: PseudoTerminal.fresh())
        let line = try RawLine.dial(Int(relay.invite.port), as: Person(), relay: #require(relay.invite.relayKey))
        try line.send(says(Self.hostile + ["the last of them"]))
        #expect(relay.program.output.wait(for: "the last of them"))
        expectsNothingHostile(on: relay.program.output)
    }

    // MARK: - What a server says

    /// The program's own lines take any bytes but the newline.
    private func speak(_ relay: RunningRelay) {
        relay.program.write((Self.hostile + ["the last of them"]).joined(separator: "\n") + "\n")
    }

    @Test func aPlainClientShowsAsEscapes() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try RunningProgram(["client", relay.line, "--home", temporary.path("home"), "--plain"])
        #expect(relay.program.output.wait(for: "\"joined\""))
        speak(relay)
        #expect(client.output.wait(for: "the last of them"))
        #expect(Self.isClean(client.output.text))
        #expect(client.output.text.contains("\\u{1b}]52;c;ZXZpbA==\\u{7}"))
        #expect(Self.isClean(client.errors.text))
    }

    @Test func aClientForProgramsEscapes() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try RunningProgram(["client", relay.line, "--home", temporary.path("home"), "--json"])
        #expect(relay.program.output.wait(for: "\"joined\""))
        speak(relay)
        #expect(client.output.wait(for: "the last of them"))
        #expect(Self.isClean(client.output.text))
    }

    @Test func aClientOnATerminalShowsAsEscapes() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try RunningProgram(
            ["client", relay.line, "--home", temporary.path("home")], on: PseudoTerminal.fresh())
        #expect(relay.program.output.wait(for: "\"joined\""))
        speak(relay)
        #expect(client.output.wait(for: "the last of them"))
        expectsNothingHostile(on: client.output)
    }

    /// The prompt has sequences of its own: what is left without them is clean, and none of the hostile ones is there.
    private func expectsNothingHostile(on output: Collected) {
        let text = output.text
        for hostile in Self.hostile {
            let parts = hostile.unicodeScalars.count > 100 ? [String(hostile.prefix(50))] : [hostile]
            for part in parts { #expect(text.range(of: part, options: .literal) == nil, "\(part.debugDescription)") }
        }
        var rest = text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
        rest.unicodeScalars.removeAll { $0 == "\r" }
        #expect(Self.isClean(rest))
        #expect(text.contains("\\u{1b}]52;c;ZXZpbA==\\u{7}"))
    }

    // MARK: - Names

    @Test(arguments: [
        "\u{1B}[31mAnn", "Ann\u{202E}", "A\u{200B}nn", "\u{7}", "A\u{9B}", "Ann\n", " Ann", "A\u{301}\u{301}\u{301}",
    ])
    func noClientTakesAHostileName(name: String) throws {
        let client = try PipedClient(["127.0.0.1:1", "--name", name], home: temporary.path("home"))
        #expect(client.status == 64)
        #expect(Self.isClean(client.errors))
        #expect(temporary.everything == [])
    }

    /// Signed by its owner, and still no name.
    @Test(arguments: ["\u{1B}[2J", "A\u{7}nn", "A\u{8}nn", "A\rnn", "A\nnn", "A\u{200B}"])
    func noRelayAcceptsAHostileName(name: String) async throws {
        try await LoopbackRelay.run { relay in
            let person = Person(String(repeating: "x", count: name.utf8.count))
            let line = try RawLine.shakeHands(
                relay.port, as: person, relay: relay.key, hello: try renamed(person, to: name))
            #expect(line.socket.bytesUntilClosed(within: 1) == 0)
            #expect(relay.screen.told == [])
            // The same by the same means with a name that is one.
            let good = Person("xxxx")
            let other = try RawLine.shakeHands(
                relay.port, as: good, relay: relay.key, hello: try renamed(good, to: "Anna"))
            let answer = try other.next(within: 2)
            #expect(answer?.kind == .accepted)
        }
    }

    /// A hello whose credential bears other bytes as its name, well signed.
    private func renamed(_ person: Person, to name: String) throws -> [UInt8] {
        let hello = person.hello()
        let credential = hello.credential.encoded
        let old = Array(person.name.text.utf8)
        let start = try #require(
            (0..<credential.count - old.count).first { Array(credential[$0..<$0 + old.count]) == old })
        var body = Array(credential.dropLast(Ed25519.signatureByteCount))
        body.replaceSubrange(start..<start + old.count, with: Array(name.utf8))
        let signed = body + person.identity.signature(for: Domain.credential.bytes + body)
        let whole = hello.encoded
        let place = try #require(
            (0..<whole.count - credential.count).first { Array(whole[$0..<$0 + credential.count]) == credential })
        return Array(whole[..<place]) + signed + Array(whole[(place + credential.count)...])
    }
}
