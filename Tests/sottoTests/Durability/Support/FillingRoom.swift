import RelayClient
import RelayProtocol
import Testing

/// What one client has appended to a room of its own while the disk got full.
struct FillingRoom: Sendable {
    /// Largest first, so that what is left of a disk is filled to the last page, and a commit fails at every place.
    static let sizes = [200_000, 50_000, 9_000, 3_000, 300]

    let room: DurableRoom
    private(set) var acknowledged: [(entry: Entry, appended: Appended)] = []
    private(set) var refused: [Entry] = []
    private var lastSerial = 0

    init(_ room: DurableRoom) { self.room = room }

    /// Until the disk takes none of any size.
    mutating func fill(over client: RelayClient) async throws {
        for size in Self.sizes {
            while await append(1, byteCount: size, over: client) { try #require(acknowledged.count < 20_000) }
        }
    }

    /// - Returns: whether all were taken.
    @discardableResult
    mutating func append(_ count: Int, byteCount: Int, over client: RelayClient) async -> Bool {
        let refusedBefore = refused.count
        for _ in 0..<count {
            lastSerial += 1
            let text = Array("serial \(lastSerial) ".utf8)
            let entry = room.message(.first, text + [UInt8](repeating: 7, count: byteCount))
            await append(entry, over: client)
        }
        return refused.count == refusedBefore
    }

    /// Until there is space, too.
    mutating func repeatRefused(over client: RelayClient) async throws {
        for entry in refused {
            let appended = try await client.append(entry, to: room.id, persistently: true)
            acknowledged.append((entry, appended))
        }
        refused = []
    }

    private mutating func append(_ entry: Entry, over client: RelayClient) async {
        do throws(RelayClientError) {
            acknowledged.append((entry, try await client.append(entry, to: room.id)))
        } catch {
            #expect(error == .refused(.storage, detail: 0))
            refused.append(entry)
        }
    }

    /// All that was acknowledged is in the log where it was said to be, and of the rest nothing.
    func check(_ log: WholeLog) throws {
        try #require(log.entries.count == 1 + acknowledged.count)
        for (entry, appended) in acknowledged {
            let number = Int(appended.number.rawValue)
            try #require((2...log.entries.count).contains(number))
            #expect(log.entries[number - 1] == entry)
            #expect(log.heads[number] == appended.head.bytes)
        }
    }
}
