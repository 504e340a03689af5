import Relay
import RelayProtocol
import RelayStore
import Testing

/// What happens to the file: full, growing, shrinking.
struct SpaceTests {
    @Test func refusesWhatHasNoPlaceAndGoesOnOnceThereIsSome() throws {
        let folder = try StoreFolder()
        let store = try folder.open(bytesMax: 1 << 20)
        var room = try TestRoom.create(1, in: store)
        var count = 0
        #expect(throws: StorageError.unavailable) {
            for turn in 0..<10_000 {
                try room.append(Make.bodies((turn * 10)..<(turn * 10 + 10)), to: store)
                count += 10
            }
        }
        #expect(count > 1_000)
        #expect(try store.log(room.name) == room.record)
        #expect(try store.entries(of: room.log, from: room.record.last).count == 1)
        var swept = 0
        while swept < 500 { swept += try store.sweep(.oldest).rows }
        try room.reload(from: store)
        try room.append(Make.bodies(0..<10), to: store)
        let killed = try folder.killed()
        store.close()
        for folder in [folder, killed] {
            let again = try folder.open()
            #expect(again.condition != .damaged(findings: 1))
            #expect(try again.log(room.name) == room.record)
            again.close()
        }
    }

    @Test func keepsTheLogShortWhileAppendsGoOn() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var rooms = try (1...20).map { try TestRoom.create($0, in: store) }
        for turn in 0..<200 {
            for place in rooms.indices {
                try rooms[place].append(
                    Make.bodies(turn..<(turn + 1), byteCount: 12_000), to: store, at: UInt64(turn))
            }
        }
        #expect(store.diskBytes() > 48 << 20)
        #expect(folder.logByteCount < 32 << 20)
        store.close()
        #expect(folder.logByteCount == 0)
    }

    @Test func givesFreePagesBack() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        for turn in 0..<30 { try room.append([[UInt8](repeating: UInt8(turn), count: 1 << 20)], to: store) }
        let full = store.diskBytes()
        while try store.sweep(.oldest).rows > 0 {}
        #expect(store.diskBytes() < full - (25 << 20))
        for _ in 0..<100 { store.tidy() }
        store.close()
        #expect(folder.fileByteCount < 6 << 20)
    }

    @Test func overwritesWhatItDeletes() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let secret = Make.bodies(7..<8, byteCount: 300)[0]
        try room.append([secret] + Make.bodies(10..<20), to: store)
        store.close()
        let again = try folder.open()
        _ = try again.sweep(.messages(storedBefore: Make.time(1)), rowsMax: 1)
        again.close()
        #expect(try !folder.contains(secret.suffix(200)))
        #expect(try folder.contains(Make.bodies(11..<12)[0]))
    }
}
