import Identity
import RelayClient
import RelayProtocol
import Sodium
import Testing

/// A room's log of which some entries can't be read any more.
struct PartialLog {
    let opened: Opened
    private(set) var bodies: [UInt64: [UInt8]] = [:]
    private(set) var damaged: Set<UInt64> = []
    private var hashes: [EntryHash] = []

    var last: UInt64 { opened.last.rawValue }

    static func read(_ room: DurableRoom, through client: RelayClient) async throws -> PartialLog {
        var log = PartialLog(opened: try await room.open(with: client))
        _ = try await client.follow(room.id, from: .first)
        for await event in client.events {
            switch event {
            case .relay(.entries(let event)) where event.room == room.id:
                for (number, entry) in event.numbered {
                    try #require(number.rawValue == UInt64(log.hashes.count) + 1)
                    log.bodies[number.rawValue] = entry.body
                    log.hashes.append(try EntryHash(of: entry))
                }
            case .relay(.withheld(let event)) where event.room == room.id:
                try #require(event.number.rawValue == UInt64(log.hashes.count) + 1)
                // The creation has no parent: nobody is told more than its hash.
                #expect(event.reason == (event.number == .first ? .notReadable : .damaged))
                if event.reason == .damaged { log.damaged.insert(event.number.rawValue) }
                log.hashes.append(event.hash)
            case .connected, .reopened, .resumed, .relay: break
            case .lost, .notConnected, .closed, .answered, .ended: Issue.record("\(event)")
            }
            if UInt64(log.hashes.count) == log.last { break }
        }
        return log
    }

    private init(opened: Opened) { self.opened = opened }

    /// Whether the hashes of what came lead to the head that the relay names.
    func isWhole(in room: RoomID, at relay: RelayKey) -> Bool {
        var head = LogHead(before: room, at: relay)
        for (number, hash) in zip(UInt64(1)..., hashes) { head = head.following(EntryNumber(number), hash) }
        return head == opened.head
    }
}
