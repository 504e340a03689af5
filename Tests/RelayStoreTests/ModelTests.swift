import Relay
import RelayProtocol
import RelayStore
import TestSupport
import Testing

/// Random appends, sweeps, transactions given up, stops and kills, beside a model that does the same.
struct ModelTests {
    @Test func agreesWithASimpleModel() throws {
        var random = SeededRandom.announced()
        var folder = try StoreFolder()
        var store = try folder.open(recentHashesMax: 30)
        var models = try (1...4).map { LogModel(try TestRoom.create($0, in: store)) }
        for step in 0..<400 {
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<12:
                let place = Int.random(in: 0..<models.count, using: &random)
                try models[place].append(step, to: store, &random)
            case 12..<14: try giveUp(models[0], store)
            case 14:
                let swept = try store.sweep(.messages(storedBefore: Make.time(UInt64(step / 2))), rowsMax: 5)
                #expect(swept.rows <= 5)
            case 15: _ = try store.sweep(.hashes(storedBefore: Make.time(UInt64(step / 4))), rowsMax: 5)
            case 16:
                let killed = try folder.killed()
                store.close()
                (folder, store) = (killed, try killed.open(recentHashesMax: 30))
                #expect(store.condition == .recovered)
            case 17:
                store.close()
                store = try folder.open(recentHashesMax: 30)
            case 18: store.tidy()
            default: for model in models { try model.expect(store) }
            }
            for place in models.indices { try models[place].room.reload(from: store) }
        }
        for model in models { try model.expect(store) }
        store.close()
    }

    private func giveUp(_ model: LogModel, _ store: RelayStore) throws {
        #expect(throws: StorageError.damaged) {
            try store.write { transaction throws(StorageError) in
                var room = model.room
                try room.append(Make.bodies(100_000..<100_040), in: transaction)
                throw .damaged
            }
        }
    }
}

/// What a log has been told, in order.
private struct LogModel {
    var room: TestRoom
    private var bodies: [[UInt8]] = []

    init(_ room: TestRoom) { self.room = room }

    mutating func append(_ step: Int, to store: RelayStore, _ random: inout SeededRandom) throws {
        let count = Int.random(in: 1...8, using: &random)
        let added = Make.bodies((step * 10)..<(step * 10 + count), byteCount: Int.random(in: 0..<400, using: &random))
        try room.append(added, to: store, at: UInt64(step))
        bodies += added
    }

    /// Numbers without gaps, bodies as they were or gone, heads right, each repeat known by its number.
    func expect(_ store: RelayStore) throws {
        let record = try #require(try store.log(room.name))
        #expect(record.last.rawValue == UInt64(bodies.count))
        #expect(record.head == room.heads.last)
        #expect(record.trimmedHead == room.heads[Int(record.trimmed.rawValue)])
        let entries = try store.entries(of: room.log, countMax: .max, bytesMax: .max)
        #expect(entries.numbers == Array((record.trimmed.rawValue + 1)..<(record.last.rawValue + 1)))
        var storedBytes = 0
        for entry in entries {
            let place = Int(entry.number.rawValue) - 1
            #expect(entry.hash == room.hashes[place])
            guard case .kept(_, let body) = entry.content else {
                #expect(entry.content == .gone)
                continue
            }
            #expect(body == bodies[place])
            storedBytes += NewEntry.chargedBytes(ofBody: body.count)
        }
        #expect(try store.usage(of: room.log).values.reduce(0, +) == storedBytes)
        let found = try store.write { transaction throws(StorageError) in
            var found: [EntryNumber?] = []
            for hash in room.hashes {
                found.append(try transaction.repeated(hash, in: room.log, after: .none)?.number)
            }
            return found
        }
        #expect(found == room.hashes.indices.map { $0 < record.trimmed.rawValue ? nil : EntryNumber(UInt64($0 + 1)) })
    }
}
