import Foundation
import Identity
import RelayProtocol
import SecureChannel
import Sodium
import TestSupport
import Testing

/// A5b, after a restart: which certificate of a device is the newest, the relay has on disk before it serves it.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(5)),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct RelaySerialAttackTests {
    private let temporary = TemporaryFolder()
    private let ann = Person("Ann")
    private let newLine = X25519.SecretKey()

    private func login(_ server: RelayProcess, serial: UInt64) throws -> RawSocket {
        let socket = try #require(RawSocket(to: server.port))
        var forger = Forger()
        socket.send(RawLine.framed(forger.message1(mac1: Mac1(relayKey: server.key))))
        try forger.read(message2: Array(try #require(socket.read(98)).dropFirst(2)))
        let line = serial == 1 ? ann.line : newLine
        socket.send(RawLine.framed(try forger.message3(line, hello: ann.hello(serial: serial, line: line).encoded)))
        return socket
    }

    @Test(arguments: [SIGTERM, SIGKILL]) func aLowerSerialIsRefusedByARelayThatWasStartedAnew(signal: Int32)
        async throws
    {
        let home = temporary.path("home")
        let first = try await RelayProcess.start(.server, home: home)
        _ = try first.started(as: ann)
        let renewed = Person("Ann", identity: ann.identity, device: ann.device, line: newLine)
        let line = try RawLine.dial(first.port, as: renewed, serial: 2, relay: first.key)
        _ = try RelayLine(starting: line)
        first.process.signal(signal)
        #expect(await first.process.status(within: 30) != nil)

        let second = try await RelayProcess.start(.server, home: home)
        #expect(second.key == first.key)
        for _ in 0..<3 {
            #expect(try login(second, serial: 1).bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
        }
        #expect(try login(second, serial: 2).read(23) != nil)
    }
}
