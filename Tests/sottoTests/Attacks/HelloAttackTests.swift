import Foundation
import Identity
import Sodium
import TestSupport
import Testing

@testable import SecureChannel

/// A5b: somebody else's hello, recorded wherever they log in.
@Suite(.blocking, .timeLimit(.minutes(2)))
struct HelloAttackTests {
    private func login(_ relay: AttackedRelay, line: X25519.SecretKey, hello: [UInt8]) throws -> RawSocket {
        let socket = try #require(RawSocket(to: relay.port))
        var forger = Forger()
        socket.send(RawLine.framed(forger.message1(mac1: Mac1(relayKey: relay.key))))
        try forger.read(message2: Array(try #require(socket.read(98)).dropFirst(2)))
        socket.send(RawLine.framed(try forger.message3(line, hello: hello)))
        return socket
    }

    @Test(arguments: AttackedRelay.kinds) func isRefusedInAnothersHandshakeBeforeAndAfterItsOwnerLoggedIn(
        kind: AttackedRelay.Kind
    ) async throws {
        try await AttackedRelay.run(kind) { relay in
            let (ann, mallory) = (Person("Ann"), Person("Mallory"))
            let stolen = ann.hello().encoded
            for _ in 0..<3 {
                let socket = try login(relay, line: mallory.line, hello: stolen)
                #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
                let line = try RawLine.dial(relay.port, as: ann, relay: relay.key)
                let again = try login(relay, line: mallory.line, hello: stolen)
                #expect(again.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
                let heard = try line.next(within: 0.05)
                #expect(heard == nil)
            }
            #expect(try relay.servedCount <= 3)
        }
    }

    @Test(arguments: AttackedRelay.kinds) func isRefusedWithASerialBelowTheHighest(kind: AttackedRelay.Kind)
        async throws
    {
        try await AttackedRelay.run(kind) { relay in
            let ann = Person()
            let newLine = X25519.SecretKey()
            let old = try login(relay, line: ann.line, hello: ann.hello(serial: 1).encoded)
            #expect(old.read(23) != nil)
            let new = try login(relay, line: newLine, hello: ann.hello(serial: 2, line: newLine).encoded)
            #expect(new.read(23) != nil)
            let again = try login(relay, line: ann.line, hello: ann.hello(serial: 1).encoded)
            #expect(again.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        }
    }

    @Test(arguments: AttackedRelay.kinds) func isRefusedEmptyShortenedOrWithTrailingBytes(kind: AttackedRelay.Kind)
        async throws
    {
        try await AttackedRelay.run(kind) { relay in
            let ann = Person()
            let hello = ann.hello().encoded
            for bad in [[], Array(hello.dropLast()), hello + [0], [UInt8](repeating: 0, count: 900)] {
                let socket = try login(relay, line: ann.line, hello: bad)
                #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            }
        }
    }
}
