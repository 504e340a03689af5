import Foundation
import RelayClient
import RelayProtocol
import SecureChannel
import Testing

/// A8, at a relay of rooms.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(5)),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct RelayKeyAttackTests {
    private let temporary = TemporaryFolder()
    private let room = AttackRoom()
    /// Its length, and message 1.
    private static let firstBytes = 2 + 48

    /// A wiped home is the same: its relay has another key.
    @Test func anotherKeyBehindTheSameAddressHearsNothingAfterMessage1() async throws {
        let known = try await RelayProcess.start(.server, home: temporary.path("known"))
        let stranger = try await RelayProcess.start(.server, home: temporary.path("stranger"))
        let proxy = try RecordingProxy(target: known.port)
        let (client, room) = (try known.client(Person(), through: proxy.port), room)
        try await client.connect()
        _ = try known.member(of: room, as: Person("Creator"))
        _ = try await client.open(room.id, at: .first) { room.signature(over: $0) }
        let message = Entry(header: .message(parent: .first), body: [1, 2, 3])
        #expect(try await client.append(message, to: room.id).number == EntryNumber(2))

        proxy.lead(to: stranger.port)
        known.process.killNow()
        let expected = RelayClientError.line(.relayKeyChanged(pinned: known.key, presented: stranger.key))
        await #expect(throws: expected) { try await client.append(message, to: room.id) }
        var last: RelayClientEvent?
        for await event in client.events { last = event }
        #expect(last == .ended(expected))
        #expect(proxy.connectionCount == 1)
        #expect(proxy.byteCount == Self.firstBytes)
    }

    /// The same relay, and all that it kept is gone: that is said, and nobody is trusted anew.
    @Test func aWipedDatabaseIsToldAndMakesNoNewRoom() async throws {
        let home = temporary.path("home")
        let first = try await RelayProcess.start(.server, home: home)
        let (client, room) = (try first.client(Person()), room)
        try await client.connect()
        _ = try first.member(of: room, as: Person("Creator"))
        _ = try await client.open(room.id, at: .first) { room.signature(over: $0) }
        _ = try await client.follow(room.id, from: .first)
        first.process.killNow()
        for name in ["relay.sqlite", "relay.sqlite-wal", "relay.sqlite-shm"] { temporary.remove("home/relay/\(name)") }
        let second = try await RelayProcess.start(.server, home: home, port: first.port)
        #expect(second.key == first.key)
        let message = Entry(header: .message(parent: .first), body: [1, 2, 3])
        await #expect(throws: RelayClientError.refused(.notAllowed, detail: 0)) {
            try await client.append(message, to: room.id)
        }
        var isClosed = false
        for await event in client.events {
            isClosed = event == .closed(.room(room.id), .notAllowed)
            if isClosed { break }
        }
        #expect(isClosed)
        await client.close()
    }
}
