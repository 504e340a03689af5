import Identity
import RelayClient
import RelayProtocol
import Sodium
import Testing

/// A room's log as somebody reads it who has never been here, and what it must be.
struct WholeLog {
    let entries: [Entry]
    /// Entry n stands behind head n.
    let heads: [[UInt8]]

    /// - Returns: nothing unless every number came once, in order, with its content, and the heads are what the relay
    ///   says that they are.
    static func read(_ room: DurableRoom, through client: RelayClient, at relay: RelayKey) async throws -> WholeLog {
        let opened = try await room.open(with: client)
        #expect(try await client.follow(room.id, from: .first).last == opened.last)
        var entries: [Entry] = []
        for await event in client.events where UInt64(entries.count) < opened.last.rawValue {
            switch event {
            case .relay(.entries(let event)) where event.room == room.id:
                try #require(event.first.rawValue == UInt64(entries.count) + 1)
                entries += event.entries
            // The creation has no parent: nobody is told more than its hash.
            case .relay(.withheld(let event)) where entries.isEmpty:
                #expect(try event.hash == EntryHash(of: room.creation))
                entries.append(room.creation)
            case .relay, .lost, .notConnected, .closed, .answered, .ended: Issue.record("\(event)")
            case .connected, .reopened, .resumed: break
            }
            if UInt64(entries.count) == opened.last.rawValue { break }
        }
        let heads = try heads(of: entries, in: room.id, at: relay)
        #expect(heads.last == opened.head.bytes)
        return WholeLog(entries: entries, heads: heads)
    }

    /// By the words of docs/protocol.md, with nothing of the relay's.
    static func heads(of entries: [Entry], in room: RoomID, at relay: RelayKey) throws -> [[UInt8]] {
        var heads = [try BLAKE2b.digest(of: Array("sotto room log 1\0".utf8) + relay.bytes + room.bytes)]
        for (number, entry) in zip(UInt64(1)..., entries) {
            let hash = try BLAKE2b.digest(of: try #require(entry.header.bytes) + entry.body)
            let digits = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
            heads.append(
                try BLAKE2b.digest(of: Array("sotto room head 1\0".utf8) + heads[heads.count - 1] + digits + hash))
        }
        return heads
    }
}
