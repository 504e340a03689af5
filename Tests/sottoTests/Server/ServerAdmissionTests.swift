import Foundation
import Identity
import NIOCore
import SecureChannel
import Testing

@testable import sotto

extension ProgramTests {
    /// Whom `sotto server` serves.
    @Suite struct ServerAdmissionTests {
        private let temporary = TemporaryFolder()
        private let ann = Person("Ann")
        private let bob = Person("Bob")

        private func allow(_ people: [Person], and text: String = "") {
            let lines = people.map { $0.fingerprint.text + "\n" }.joined() + text
            temporary.write(Array(lines.utf8), to: "allowed")
        }

        private func server(_ options: [String] = []) throws -> RunningServer {
            try RunningServer(home: temporary.path("relay"), options)
        }

        /// What the relay says first, and to whom it refuses itself also last.
        private func firstWord(_ server: RunningServer, to person: Person) throws -> Refusal? {
            let line = try RawLine.shakeHands(server.port, as: person, relay: server.key())
            return try refusal(line)
        }

        private func refusal(_ line: RawLine) throws -> Refusal? {
            let word = try #require(try line.next(within: 20))
            guard word.kind == .refusal else { return nil }
            return word.body.readableBytesView.first.flatMap(Refusal.init)
        }

        @Test func servesThoseAloneWhomTheAllowListNames() throws {
            allow([ann])
            let server = try server(["--allow", temporary.path("allowed")])
            #expect(try firstWord(server, to: ann) == nil)
            #expect(try firstWord(server, to: bob) == .notAllowed)
            #expect(server.end() == 0)
        }

        @Test func cutsOffWhoIsTakenOffTheListWhenItIsReadAgain() throws {
            allow([ann, bob])
            let server = try server(["--allow", temporary.path("allowed")])
            let (annsLine, bobsLine) = (try server.dial(as: ann), try server.dial(as: bob))
            allow([ann])
            server.signal(SIGHUP)
            #expect(try refusal(bobsLine) == .notAllowed)
            bobsLine.socket.endOutput()
            #expect(server.logged("the allow list was read again")?["cutOff"] as? String == "1")
            #expect(try firstWord(server, to: bob) == .notAllowed)
            try annsLine.send([LineMessage(kind: .ping)])
            #expect(try annsLine.next(within: 20)?.kind == .pong)
        }

        @Test func keepsTheOldListAndSaysSoWhereTheNewOneIsDamaged() throws {
            allow([ann])
            let server = try server(["--allow", temporary.path("allowed")])
            allow([bob], and: "half a line")
            server.signal(SIGHUP)
            let complaint = server.logged("the allow list stays as it was")
            #expect(complaint?["level"] as? String == "error")
            #expect((complaint?["why"] as? String)?.contains("Line 2") == true)
            #expect(try firstWord(server, to: ann) == nil)
            #expect(try firstWord(server, to: bob) == .notAllowed)
            #expect(server.end() == 0)
        }

        @Test func doesNotStartWithADamagedList() throws {
            allow([ann], and: "half a line")
            let start = try PipedClient(
                command: ["server", "--home", temporary.path("relay"), "--listen", "127.0.0.1:0"]
                    + ["--allow", temporary.path("allowed")])
            #expect(start.status == 1)
            #expect(start.saysWhatToDo, "\(start.errors)")
            #expect(temporary.everything == ["allowed"])
        }

        @Test func refusesWhoComesAboveItsLimits() throws {
            let server = try server(["--max-connections", "2", "--max-connections-per-address", "1"])
            let first = try server.dial(as: ann, from: "127.0.0.11")
            #expect(throws: RawLine.Failed.self) { try server.dial(as: bob, from: "127.0.0.11") }
            let second = try server.dial(as: bob, from: "127.0.0.12")
            #expect(try firstWord(server, to: Person("Cyd")) == .overLimit)
            withExtendedLifetime((first, second)) {}
        }

        @Test func answersNobodyWhoDoesNotKnowItWhenItIsSilent() throws {
            let server = try server(["--silent"])
            let scanner = try #require(RawSocket(to: server.port))
            scanner.send([0, 48] + [UInt8](repeating: 7, count: 48))
            #expect(scanner.bytesUntilClosed(within: 20) == 0)
            _ = try server.dial(as: ann)
            #expect(server.end() == 0)
        }
    }
}
