import Identity
import Logging
import NIOCore
import NIOPosix
import SecureChannel
import Sodium

@testable import sotto

/// A relay's line in this process, on a free port of loopback, with nothing behind it.
final class LoopbackRelay: Sendable {
    let identity: RelayLineIdentity
    let gate: ConnectionGate
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    private let server: LineServer

    var key: RelayKey { identity.relayKey }
    let port: Int

    private init(
        isSilent: Bool, limits: ConnectionLimits, deadline: TimeAmount, key: X25519.SecretKey
    ) async throws {
        identity = RelayLineIdentity(secretKey: key, isSilent: isSilent)
        let setup = LineSetup(limits: MessageLimits { _ in 1_024 }, handshakeDeadline: deadline) { _, _ in }
        gate = ConnectionGate(limits: limits)
        server = try await LineServer.start(
            on: [SocketAddress(ipAddress: "127.0.0.1", port: 0)],
            configuration: LineServer.Configuration(
                identity: identity, setup: setup, admission: Admission(serials: RememberedSerials()) { _ in nil },
                gate: gate, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }),
            group: group)
        port = server.addresses.first?.port ?? 0
    }

    static func run<Value: Sendable>(
        isSilent: Bool = false, limits: ConnectionLimits = ConnectionLimits(), deadline: TimeAmount = .seconds(10),
        key: X25519.SecretKey = X25519.SecretKey(),
        _ body: (LoopbackRelay) async throws -> Value
    ) async throws -> Value {
        let relay = try await LoopbackRelay(
            isSilent: isSilent, limits: limits, deadline: deadline, key: key)
        do {
            let value = try await body(relay)
            await relay.stop()
            return value
        } catch {
            await relay.stop()
            throw error
        }
    }

    private func stop() async {
        await server.stopListening()
        try? await group.shutdownGracefully()
    }

    /// How long somebody takes to log in, from the first packet to the relay's word.
    func honestLogin() throws -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        _ = try RawLine.dial(port, as: Person("Honest"), relay: key)
        return start.duration(to: clock.now)
    }
}
