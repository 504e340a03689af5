import RelayClient
import RelayProtocol
import Synchronization
import Testing

/// Follows rooms over however many lines, and keeps what it hears: what was told once must be so for ever.
final class LogWatcher: Sendable {
    private let client: RelayClient
    private let creations: [RoomID: Entry]
    private let heard = Mutex<[RoomID: [Entry]]>([:])

    init(_ client: RelayClient, _ rooms: [DurableRoom]) async throws {
        self.client = client
        creations = Dictionary(uniqueKeysWithValues: rooms.map { ($0.id, $0.creation) })
        for room in rooms {
            try await room.open(with: client)
            _ = try await client.follow(room.id, from: .first)
        }
        Task { [weak self, events = client.events] in
            for await event in events { self?.take(event) }
        }
    }

    func entries(of room: RoomID) -> [Entry] { heard.withLock { $0[room] ?? [] } }

    private func take(_ event: RelayClientEvent) {
        switch event {
        case .connected, .lost, .notConnected, .reopened, .resumed: break
        case .relay(.entries(let event)):
            for (number, entry) in event.numbered { take(number, entry, of: event.room) }
        case .relay(.withheld(let event)) where event.number == .first:
            if let creation = creations[event.room] { take(event.number, creation, of: event.room) }
        case .relay, .closed, .answered, .ended: Issue.record("\(event)")
        }
    }

    private func take(_ number: EntryNumber, _ entry: Entry, of room: RoomID) {
        heard.withLock { heard in
            #expect(number.rawValue == UInt64(heard[room]?.count ?? 0) + 1)
            heard[room, default: []].append(entry)
        }
    }
}
