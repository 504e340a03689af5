import Foundation
import Relay
import RelayProtocol
import RelayStore
import Synchronization
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
        #expect(store.diskUse().files > 48 << 20)
        #expect(folder.logByteCount < 32 << 20)
        store.close()
        #expect(folder.logByteCount == 0)
    }

    /// Two readers take turns, so that one is always reading while the other begins.
    @Test func keepsTheLogShortUnderReadingThatNeverEnds() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let readers = Readers(of: store)
        for turn in 0..<60 {
            try room.append([[UInt8](repeating: UInt8(turn), count: 4 << 20)], to: store)
            // However slow the disk is: it is cut short while the readers go on.
            for _ in 0..<1_000 where folder.logByteCount > 96 << 20 {
                Thread.sleep(forTimeInterval: 0.01)
                try room.append([[0]], to: store)
            }
            try #require(folder.logByteCount <= 96 << 20)
            #expect(store.diskUse().files >= folder.logByteCount)
        }
        readers.stop()
        #expect(try store.log(room.name) == room.record)
        store.close()
    }

    @Test func atRestNothingDeletedIsLeftInAnyFile() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let secret = Make.bodies(7..<8, byteCount: 300)[0]
        try room.append([secret] + Make.bodies(10..<20), to: store)
        _ = try store.sweep(.messages(storedBefore: Make.time(1)), rowsMax: 1)
        #expect(try folder.containsAnywhere(secret.suffix(200)))
        for _ in 0..<2 { store.tidy() }
        #expect(try !folder.containsAnywhere(secret.suffix(200)))
        #expect(try folder.containsAnywhere(Make.bodies(11..<12)[0]))
        #expect(folder.logByteCount == 0)
        store.close()
    }

    @Test func givesFreePagesBack() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        for turn in 0..<30 { try room.append([[UInt8](repeating: UInt8(turn), count: 1 << 20)], to: store) }
        let full = store.diskUse().files
        while try store.sweep(.oldest).rows > 0 {}
        store.tidy(until: { $0.files < full - (20 << 20) && $0.free <= 4 << 20 })
        #expect(store.diskUse().files < full - (20 << 20))
        store.close()
        #expect(folder.fileByteCount < 6 << 20)
    }

    /// Else a reader that never ends, or pages that are free already, would have everything swept away.
    @Test func whatDeletingDoesNotShrinkIsNotCountedAsStored() throws {
        let folder = try StoreFolder()
        let store = try folder.open(bytesMax: 32 << 20)
        var room = try TestRoom.create(1, in: store)
        let empty = store.diskUse()
        #expect(empty.passing == 0)
        let reading = LongRead(of: store)
        for turn in 0..<5 { try room.append([[UInt8](repeating: UInt8(turn), count: 4 << 20)], to: store) }
        let full = store.diskUse()
        #expect((20 << 20...21 << 20).contains(full.stored - empty.stored))
        #expect(full.passing > 8 << 20)
        #expect(full.files >= folder.logByteCount + (20 << 20))
        while try store.sweep(.oldest).rows > 0 {}
        let swept = store.diskUse()
        #expect(swept.stored < empty.stored + (1 << 20))
        #expect(swept.free > 19 << 20)
        reading.end()
        store.tidy(until: { $0.passing == 0 })
        #expect(store.diskUse().passing == 0)
        store.close()
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

extension RelayStore {
    /// As a relay does now and then, until its disk use is as it should be: another thread has its part in that.
    fileprivate func tidy(until isTidy: (DiskUse) -> Bool) {
        for _ in 0..<2_000 where !isTidy(diskUse()) {
            tidy()
            Thread.sleep(forTimeInterval: 0.005)
        }
    }
}

/// Two threads that read so that at any time one of them does.
private final class Readers: Sendable {
    private let isOver = Atomic(false)
    private let leftCount = Atomic(2)

    init(of store: RelayStore) {
        for number in 0..<2 {
            Thread.detachNewThread { [self] in
                Thread.sleep(forTimeInterval: Double(number) * 0.01)
                while !isOver.load(ordering: .acquiring) {
                    try? store.read { snapshot throws(StorageError) in
                        _ = try snapshot.log(.room(Make.room(1)))
                        Thread.sleep(forTimeInterval: 0.02)
                    }
                }
                leftCount.subtract(1, ordering: .releasing)
            }
        }
    }

    func stop() {
        isOver.store(true, ordering: .releasing)
        while leftCount.load(ordering: .acquiring) > 0 { Thread.sleep(forTimeInterval: 0.001) }
    }
}

/// One read that lasts until it is ended.
private final class LongRead: Sendable {
    private let (began, mayEnd, hasEnded) = (
        DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
    )

    init(of store: RelayStore) {
        Thread.detachNewThread { [self] in
            try? store.read { snapshot throws(StorageError) in
                _ = try snapshot.log(.room(Make.room(1)))
                began.signal()
                mayEnd.wait()
            }
            hasEnded.signal()
        }
        began.wait()
    }

    func end() {
        mayEnd.signal()
        hasEnded.wait()
    }
}
