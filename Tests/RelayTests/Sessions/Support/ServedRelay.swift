import Identity
import Logging
import NIOCore
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import Sodium

/// A relay that listens on loopback, with its storage in this process. Beside all other tests a handshake takes as long
/// as it takes.
struct ServedRelay: Sendable {
    let server: RelayServer
    let identity: RelayLineIdentity

    init(
        _ storage: any RelayStorage = MemoryStorage(), limits: RelayLimits = .generous, threads: Int = 2,
        identity: RelayLineIdentity = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: false),
        policy: @escaping @Sendable (Hello) -> Refusal? = { _ in nil },
        wallClockSeconds: @escaping @Sendable () -> Int64 = { 1_800_000_000 }
    ) async throws {
        self.identity = identity
        server = try await RelayServer.start(
            RelayServer.Configuration(
                identity: identity, limits: limits, connectionLimits: .generous, policy: policy,
                wallClockSeconds: wallClockSeconds, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                threadCount: threads, handshakeDeadline: .hours(1)),
            storage: storage, on: [try SocketAddress(ipAddress: "127.0.0.1", port: 0)])
    }

    /// A line whose handshake is done.
    func line(_ identity: ClientLineIdentity) async throws -> TestLine {
        guard let address = server.addresses.first else { throw LineError.unreachable }
        return try await TestLine.dial(address, identity, relay: self.identity.relayKey)
    }

    func line(_ person: TestPerson) async throws -> TestLine { try await line(person.lineIdentity()) }

    /// A line that may ask.
    func started(_ person: TestPerson) async throws -> TestLine {
        let line = try await line(person)
        _ = try await line.ask(.start(Start(version: RelayProtocolVersion.current)))
        return line
    }

    /// A line that has opened a room, and follows it if a number is given.
    func member(_ person: TestPerson, of room: TestRoom, epoch: UInt64 = 1, from: UInt64? = nil) async throws
        -> TestLine
    {
        let line = try await started(person)
        _ = try await line.ask(room.opening(epoch, for: line.handshakeHash))
        if let from { _ = try await line.ask(room.follow(from: from)) }
        return line
    }

    /// A line that has created a room and opened it.
    func member(creatorOf room: TestRoom, _ person: TestPerson) async throws -> TestLine {
        let line = try await started(person)
        _ = try await line.ask(room.creation)
        _ = try await line.ask(room.opening(for: line.handshakeHash))
        return line
    }

    func metric(_ name: String) -> Double { server.metrics.first { $0.name == name }?.value ?? -1 }

    /// Returns once so many requests wait for their commit.
    func queued(_ count: Int) async throws {
        while metric("queued_requests") < Double(count) { try await Task.sleep(for: .milliseconds(1)) }
    }
}

extension RelayLimits {
    /// For tests that aren't about them.
    static var generous: RelayLimits {
        var limits = RelayLimits()
        limits.appendsPerSecond = 1_000_000
        return limits
    }
}

extension ConnectionLimits {
    static var generous: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.unprovenPerAddressMax = limits.unprovenMax
        limits.connectionsPerAddressMax = limits.connectionsMax
        return limits
    }
}

extension ServedRelay {
    func started(_ person: TestPerson, serial: UInt64) async throws -> TestLine {
        let line = try await line(person.lineIdentity(serial: serial))
        _ = try await line.ask(.start(Start(version: RelayProtocolVersion.current)))
        return line
    }
}
