package import Identity
import Logging
import NIOCore
package import Relay
package import SecureChannel
import Sodium

/// A relay that listens on loopback, with its storage in this process. Beside all other tests a handshake takes as long
/// as it takes.
package struct ServedRelay: Sendable {
    package let server: RelayServer
    package let identity: RelayLineIdentity

    package init(
        _ storage: any RelayStorage = MemoryStorage(), limits: RelayLimits = .generous, threads: Int = 2,
        identity: RelayLineIdentity = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: false),
        port: Int = 0, policy: @escaping @Sendable (Hello) -> Refusal? = { _ in nil },
        wallClockSeconds: @escaping @Sendable () -> Int64 = { 1_800_000_000 }
    ) async throws {
        self.identity = identity
        server = try await RelayServer.start(
            RelayServer.Configuration(
                identity: identity, limits: limits, connectionLimits: .generous, policy: policy,
                wallClockSeconds: wallClockSeconds, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                threadCount: threads, handshakeDeadline: .hours(1)),
            storage: storage, on: [try SocketAddress(ipAddress: "127.0.0.1", port: port)])
    }

    package var port: Int { server.addresses.first?.port ?? 0 }

    package func stop() async { await server.stop() }

    package func metric(_ name: String) -> Double { server.metrics.first { $0.name == name }?.value ?? -1 }
}

extension RelayLimits {
    /// For tests that aren't about them.
    package static var generous: RelayLimits {
        var limits = RelayLimits()
        limits.appendsPerSecond = 1_000_000
        return limits
    }
}

extension ConnectionLimits {
    package static var generous: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.unprovenPerAddressMax = limits.unprovenMax
        limits.connectionsPerAddressMax = limits.connectionsMax
        return limits
    }
}
