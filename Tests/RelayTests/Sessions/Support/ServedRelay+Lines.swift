import Identity
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel

// Lines to it.
extension ServedRelay {
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

    /// Returns once so many requests wait for their commit.
    func queued(_ count: Int) async throws {
        while metric("queued_requests") < Double(count) { try await Task.sleep(for: .milliseconds(1)) }
    }

    func started(_ person: TestPerson, serial: UInt64) async throws -> TestLine {
        let line = try await line(person.lineIdentity(serial: serial))
        _ = try await line.ask(.start(Start(version: RelayProtocolVersion.current)))
        return line
    }
}
