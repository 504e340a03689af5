import Foundation
import Identity
import NIOCore
import NIOPosix
import SecureChannel
import Sodium
import TestSupport
import Testing

@testable import SecureChannel

/// A10: a relay that hides, and a human who takes their time.
struct SilenceAttackTests {
    private func dial(_ port: Int, pin: RelayKey?) async throws -> LinePeer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let dialer = LineDialer(group: group, identity: Person().lineIdentity)
        let result: Result<LinePeer, LineError>
        do throws(LineError) {
            let setup = LineSetup(limits: MessageLimits { _ in 0 }) { _, _ in }
            result = .success(
                try await dialer.dial(host: "127.0.0.1", port: UInt16(port), pin: pin, setup: setup).peer)
        } catch { result = .failure(error) }
        try await group.shutdownGracefully()
        return try result.get()
    }

    @Test(arguments: AttackedRelay.kinds) func answersNoByteWithoutTheRightMac1(kind: AttackedRelay.Kind) async throws {
        try await AttackedRelay.run(kind, isSilent: true) { relay in
            let macs = [nil, Mac1(relayKey: RelayKey(X25519.SecretKey().publicKey))]
            for mac1 in macs {
                let socket = try #require(RawSocket(to: relay.port))
                var forger = Forger()
                socket.send(RawLine.framed(forger.message1(mac1: mac1)))
                #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0)
            }
            var forger = Forger()
            let message1 = forger.message1(mac1: Mac1(relayKey: relay.key))
            for index in message1.indices {
                var changed = message1
                changed[index] ^= 1
                let socket = try #require(RawSocket(to: relay.port))
                socket.send(RawLine.framed(changed))
                #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0, "byte \(index)")
            }
            let took = try relay.honestDeed()
            #expect(took < AttackForm.atOnce)
        }
    }

    @Test(arguments: AttackedRelay.kinds) func looksLikeNobodyToWhoKnowsAnotherKey(kind: AttackedRelay.Kind)
        async throws
    {
        try await AttackedRelay.run(kind, isSilent: true) { relay in
            let other = RelayKey(X25519.SecretKey().publicKey)
            await #expect(throws: LineError.lost) { try await dial(relay.port, pin: other) }
            await #expect(throws: LineError.lost) { try await dial(relay.port, pin: nil) }
            _ = try await dial(relay.port, pin: relay.key)
        }
    }

    /// The relay shows its key and the line ends; whoever answers after the deadline dials anew.
    @Test func meetsAHumanWhoAnswersLongAfterTheDeadline() async throws {
        try await LoopbackRelay.run(deadline: .milliseconds(300)) { relay in
            await #expect(throws: LineError.relayUnknown(relay.key)) { try await dial(relay.port, pin: nil) }
            try await Task.sleep(for: .milliseconds(900))
            let peer = try await dial(relay.port, pin: relay.key)
            guard case .relay(relay.key) = peer.identity else {
                Issue.record("another relay")
                return
            }
        }
    }

    /// Ctrl-C while nobody answers: no waiting for the deadline, which here is an hour away.
    @Test(.timeLimit(.minutes(5))) func letsGoOfARelayThatDoesNotAnswerWhenItsTaskIsCancelled() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let mute = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
        let port = UInt16(mute.localAddress?.port ?? 0)
        let dialer = LineDialer(group: group, identity: Person().lineIdentity)
        let dialling = Task {
            let setup = LineSetup(limits: MessageLimits { _ in 0 }, handshakeDeadline: .hours(1)) { _, _ in }
            _ = try await dialer.dial(host: "127.0.0.1", port: port, pin: nil, setup: setup)
        }
        try await Task.sleep(for: .milliseconds(100))
        dialling.cancel()
        await #expect(throws: LineError.self) { try await dialling.value }
        try await mute.close()
        try await group.shutdownGracefully()
    }
}
