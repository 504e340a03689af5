import Foundation
import Identity
import TestSupport
import Testing

@testable import SecureChannel

/// A1, A6: bytes that no client sends.
@Suite(.blocking, .timeLimit(.minutes(4)))
struct GarbageAttackTests {
    enum Garbage: String, CaseIterable, Sendable {
        case random, httpRequest, tlsHello, zeroLengths, largestLengths, ssh, newlines

        func bytes(_ random: inout SeededRandom) -> [UInt8] {
            switch self {
            case .random:
                // But for the one length in 65,536 that a first message has.
                return [0xFF] + (0..<(1 << 20)).map { _ in .random(in: 0...255, using: &random) }
            case .httpRequest: return Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
            case .tlsHello: return [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03]
            case .zeroLengths: return [UInt8](repeating: 0, count: 1 << 20)
            case .largestLengths: return [UInt8](repeating: 0xFF, count: 1 << 20)
            case .ssh: return Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)
            case .newlines: return [UInt8](repeating: 0x0A, count: 100_000)
            }
        }
    }

    @Test(arguments: AttackedRelay.kinds, Garbage.allCases)
    func isClosedWithinASecondWithoutAByte(kind: AttackedRelay.Kind, garbage: Garbage) async throws {
        try await AttackedRelay.run(kind) { relay in
            let seed = UInt64.random(in: 0 ... .max)
            var random = SeededRandom(seed: seed)
            let socket = try #require(RawSocket(to: relay.port))
            socket.send(garbage.bytes(&random))
            #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0, "seed \(seed)")
            let took = try relay.honestDeed()
            #expect(took < AttackForm.atOnce)
        }
    }

    /// After message 1 there is one answer, and then the same silence.
    @Test(arguments: AttackedRelay.kinds, Garbage.allCases)
    func isClosedWithinASecondAlsoBehindAGoodFirstMessage(kind: AttackedRelay.Kind, garbage: Garbage) async throws {
        try await AttackedRelay.run(kind) { relay in
            var random = SeededRandom(seed: 1)
            let socket = try #require(RawSocket(to: relay.port))
            var forger = Forger()
            socket.send(RawLine.framed(forger.message1()) + garbage.bytes(&random))
            let count = socket.bytesUntilClosed(within: AttackForm.closingSeconds)
            // A reset may overtake the answer.
            #expect(count == 98 || count == 0)
            let took = try relay.honestDeed()
            #expect(took < AttackForm.atOnce)
        }
    }

    /// A login, and then bytes that are no record: enough of them for the largest.
    @Test(arguments: AttackedRelay.kinds, Garbage.allCases)
    func isClosedWithinASecondAlsoAfterALogin(kind: AttackedRelay.Kind, garbage: Garbage) async throws {
        try await AttackedRelay.run(kind) { relay in
            var random = SeededRandom(seed: 2)
            let line = try RawLine.dial(relay.port, as: Person(), relay: relay.key)
            let bytes = garbage.bytes(&random)
            for _ in 0...70_000 / bytes.count where line.socket.send(bytes) {}
            #expect(line.socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        }
    }

    @Test(arguments: AttackedRelay.kinds) func closesOnItsOwnBytesReflectedAtIt(kind: AttackedRelay.Kind) async throws {
        try await AttackedRelay.run(kind) { relay in
            let socket = try #require(RawSocket(to: relay.port))
            var forger = Forger()
            socket.send(RawLine.framed(forger.message1()))
            let message2 = try #require(socket.read(98))
            socket.send(message2)
            #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            let again = try #require(RawSocket(to: relay.port))
            again.send(message2)
            #expect(again.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            let line = try RawLine.dial(relay.port, as: Person(), relay: relay.key)
            try line.send([LineMessage(kind: .ping)])
            let length = try #require(line.socket.read(2))
            let rest = try #require(line.socket.read(Int(length[0]) << 8 | Int(length[1])))
            line.socket.send(length + rest)
            #expect(line.socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        }
    }

    @Test(arguments: AttackedRelay.kinds, ["", "sotto/0", "sotto/2", "sotto/1\0", "Sotto/1"])
    func finishesNoHandshakeUnderAnotherPrologue(kind: AttackedRelay.Kind, prologue: String) async throws {
        try await AttackedRelay.run(kind) { relay in
            let socket = try #require(RawSocket(to: relay.port))
            var forger = Forger(prologue: Array(prologue.utf8))
            socket.send(RawLine.framed(forger.message1(mac1: Mac1(relayKey: relay.key))))
            let message2 = try #require(socket.read(98))
            #expect(throws: (any Error).self) { try forger.read(message2: Array(message2.dropFirst(2))) }
            let person = Person()
            socket.send(
                RawLine.framed(try forger.message3(person.line, hello: person.hello().encoded)))
            #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            #expect(try relay.servedCount == 0)
        }
    }

    @Test(
        arguments: AttackedRelay.kinds,
        [
            "Noise_XX_25519_ChaChaPoly_BLAKE2b", "Noise_XX_25519_XChaChaPoly_SHA256",
            "Noise_XX_25519_XChaChaPoly_SHA512",
        ])
    func finishesNoHandshakeOfAnotherSuite(kind: AttackedRelay.Kind, name: String) async throws {
        try await AttackedRelay.run(kind) { relay in
            let socket = try #require(RawSocket(to: relay.port))
            var forger = try Forger.of(name)
            socket.send(RawLine.framed(forger.message1(mac1: Mac1(relayKey: relay.key))))
            let message2 = try #require(socket.read(98))
            #expect(throws: (any Error).self) { try forger.read(message2: Array(message2.dropFirst(2))) }
            let person = Person()
            socket.send(
                RawLine.framed(try forger.message3(person.line, hello: person.hello().encoded)))
            #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            #expect(try relay.servedCount == 0)
        }
    }
}
