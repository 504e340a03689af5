import Chat
import ChatStore
import Foundation
import GRDB
import TestSupport
import Testing

/// What is deleted is gone, also for whoever gets the key later.
struct ErasingTests {
    private let scope = RowScope("room")

    @Test func overwritesWhatIsDeletedAndWhatIsReplaced() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let (kept, deleted) = (RowKey(.ratchets, of: scope, 1), RowKey(.ratchets, of: scope, 2))
        try store.put([kept: [1], deleted: [UInt8](repeating: 2, count: 9_000)])
        try store.erase()
        let former = try folder.killed().sealedRows()
        try store.put([3], at: kept)
        try store.delete(deleted)
        for row in former.dropFirst() { try #require(try folder.containsAnywhere(row.prefix(32))) }
        try store.erase()
        for row in former.dropFirst() {
            for start in stride(from: 0, to: row.count - 16, by: 512) {
                #expect(try !folder.containsAnywhere(row[start..<start + 16]))
            }
        }
        #expect(try folder.files()["chat.sqlite-wal"] == [])
        #expect(try store.bytes(at: kept) == [3])
        try store.close()
    }

    @Test func erasesWhatAKillLeftInTheLog() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let place = RowKey(.ratchets, of: scope)
        try store.put([1], at: place)
        let former = try #require(try folder.killed().sealedRows().last)
        try store.delete(place)
        let killed = try folder.killed()
        try #require(try killed.containsAnywhere(former))
        let again = try killed.open()
        #expect(try !killed.containsAnywhere(former))
        #expect(try again.bytes(at: place) == nil)
        try again.close()
        try store.close()
    }

    @Test func givesFreeSpaceBack() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for number in 0..<40 as Range<UInt64> {
            try store.put([UInt8](repeating: 1, count: 20_000), at: RowKey(.timeline, of: scope, number))
        }
        try store.erase()
        #expect(try #require(try folder.files()["chat.sqlite"]).count > 800_000)
        for number in 0..<40 as Range<UInt64> { try store.delete(RowKey(.timeline, of: scope, number)) }
        try store.erase()
        #expect(try #require(try folder.files()["chat.sqlite"]).count < 40_000)
        try store.close()
    }

    /// Each command of a client closes its store: that must not cost what the history is large.
    @Test func writesLittleThoughMuchIsKept() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for number in 0..<400 as Range<UInt64> {
            try store.put([UInt8](repeating: 1, count: 3_000), at: RowKey(.timeline, of: scope, number))
        }
        let ratchet = RowKey(.ratchets, of: scope)
        try store.put([UInt8](repeating: 1, count: 2_000), at: ratchet)
        try store.erase()
        let before = try #require(try folder.files()["chat.sqlite"])
        for turn in 0..<20 {
            try store.put([UInt8](repeating: 2, count: 2_000 + 10 * turn), at: ratchet)
            try store.delete(RowKey(.timeline, of: scope, UInt64(turn)))
            try store.erase()
        }
        let after = try #require(try folder.files()["chat.sqlite"])
        let pages = stride(from: 0, to: before.count, by: 4_096)
        let changed = pages.count { page in
            let end = min(page + 4_096, after.count)
            return end <= page || before[page..<min(page + 4_096, before.count)] != after[page..<end]
        }
        #expect(changed < 60 && pages.underestimatedCount > 300, "\(changed) of \(pages.underestimatedCount)")
        try store.close()
    }

    @Test func slotsOfWhatWasDeletedAreUsedAgain() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for number in 0..<300 as Range<UInt64> {
            try store.put([UInt8](repeating: 1, count: 400), at: RowKey(.timeline, of: scope, number))
        }
        try store.erase()
        let size = try #require(try folder.files()["chat.sqlite"]).count
        for round in 1...20 as ClosedRange<UInt64> {
            for number in 0..<50 as Range<UInt64> {
                try store.delete(RowKey(.timeline, of: scope, (round - 1) * 300 + number * 3))
                try store.put(
                    [UInt8](repeating: 1, count: 400), at: RowKey(.timeline, of: scope, round * 300 + number * 3))
            }
        }
        try store.erase()
        #expect(try #require(try folder.files()["chat.sqlite"]).count <= size + 8 * 4_096)
        #expect(try store.isWhole())
        try store.close()
    }

    /// The file of a program that moved rows about: it is written anew once.
    @Test func whatOlderVersionsLeftIsErasedOnce() throws {
        let folder = try StoreFolder()
        var store = try folder.open()
        try store.put([7], at: RowKey(.values, of: scope))
        try store.close()
        let mark = [UInt8](repeating: 0xC3, count: 3_000)
        try folder.edit { database in
            try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '2'")
            // A page that nobody uses any more, and that nobody has overwritten.
            try database.execute(sql: "PRAGMA secure_delete = OFF; CREATE TABLE former(x BLOB)")
            try database.execute(sql: "INSERT INTO former VALUES (?)", arguments: [Data(mark)])
            try database.execute(sql: "DROP TABLE former; PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try #require(try folder.containsAnywhere(mark))
        store = try folder.open()
        #expect(try !folder.containsAnywhere(mark.prefix(64)))
        #expect(try store.bytes(at: RowKey(.values, of: scope)) == [7])
        try store.close()
    }

    /// Trees that are balanced move rows from page to page. Of this seed `secure_delete` alone left copies.
    @Test(arguments: [14_976_463_373_099_684_372, nil] as [UInt64?])
    func nothingOfManyRowsIsLeftOnceTheyAreGone(_ seed: UInt64?) throws {
        var random = seed.map(SeededRandom.init(seed:)) ?? .announced()
        let folder = try StoreFolder()
        let store = try folder.open()
        var marks: Set<UInt64> = []
        for _ in 0..<25 {
            try store.transaction { (transaction) throws(ChatStorageError) in
                for _ in 0..<40 {
                    let key = RowKey(.timeline, of: scope, UInt64.random(in: 0..<150, using: &random))
                    if Int.random(in: 0..<3, using: &random) == 0 {
                        try transaction.delete(key)
                    } else {
                        let count = Int.random(in: 0..<[60, 700, 6_000].randomElement(using: &random)!, using: &random)
                        try transaction.put([UInt8](repeating: 7, count: count).span, at: key)
                    }
                }
            }
            for row in try folder.killed().sealedRows() {
                marks.formUnion([row.mark(at: 0), row.mark(at: row.count - 8)])
            }
            if Int.random(in: 0..<8, using: &random) == 0 { try store.erase() }
        }
        try store.erase()
        for row in try folder.killed().sealedRows() { marks.subtract([row.mark(at: 0), row.mark(at: row.count - 8)]) }
        #expect(marks.count > 500)
        var left = 0
        for (_, file) in try folder.files() { left += file.count(of: marks) }
        #expect(left == 0)
        try store.close()
    }
}

extension [UInt8] {
    /// Eight bytes that tell a row from every other.
    fileprivate func mark(at place: Int) -> UInt64 { self[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) } }

    fileprivate func count(of marks: Set<UInt64>) -> Int {
        var (window, found) = (UInt64(0), 0)
        for byte in self {
            window = window << 8 | UInt64(byte)
            if marks.contains(window) { found += 1 }
        }
        return found
    }
}
