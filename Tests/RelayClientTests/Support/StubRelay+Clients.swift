import Identity
import NIOCore
import NIOPosix
import RelayClient
import RelayProtocol
import SecureChannel

extension StubRelay {
    /// A client that doesn't wait long before it dials again.
    func client(
        through port: UInt16? = nil, pin: RelayKey? = nil, as person: Person? = nil,
        backoff: Backoff = Backoff(firstMilliseconds: 1, longestMilliseconds: 20)
    ) throws -> RelayClient {
        let group = MultiThreadedEventLoopGroup.singleton
        let identity = try (person ?? Person()).line
        return RelayClient(
            RelayDial(
                address: try RelayAddress("\(host):\(port ?? self.port)"), pin: pin ?? self.identity.relayKey,
                dialer: LineDialer(group: group, identity: identity),
                backoff: backoff, handshakeDeadline: .hours(1)),
            on: group.next())
    }

    /// A client with a line.
    func connected() async throws -> RelayClient {
        let client = try client()
        try await client.connect()
        return client
    }

    func entryNumbers(in room: TestRoom) async -> [Int] {
        await on { $0.logs[room.id]?.entries.dropFirst().map(\.testNumber) ?? [] }
    }

    func asked(_ isIncluded: @escaping @Sendable (RelayRequest) -> Bool) async -> Int {
        await on { $0.asked.count(where: isIncluded) }
    }
}

extension RelayClient {
    /// Makes a room and opens it.
    func make(_ room: TestRoom) async throws {
        _ = try await append(try room.creation, to: room.id)
        _ = try await open(room.id, at: .first, sign: room.sign)
    }

    /// What is heard up to the entry with this number of a room, that included; or up to the end.
    func entries(of room: TestRoom, through last: Int) async -> [(number: EntryNumber, entry: Entry)] {
        var entries: [(number: EntryNumber, entry: Entry)] = []
        for await event in events {
            guard case .relay(.entries(let event)) = event, event.room == room.id else { continue }
            entries += event.numbered
            if event.last.rawValue >= last { break }
        }
        return entries
    }
}
