import Chat
import ChatStore
import Foundation
import TestSupport
import Testing

/// What a transaction that has returned rests on.
struct DurabilityTests {
    private let scope = RowScope("room")

    @Test func syncsEachCommitAndOverwritesWhatIsDeleted() throws {
        let folder = try StoreFolder()
        for _ in 0..<2 {
            let store = try folder.open()
            for _ in 0..<2 {
                let settings = try store.settings()
                #expect(settings.synchronous == 2)
                #expect(settings.journalMode == "wal")
                #expect(settings.secureDelete == 1)
                #expect(settings.autoVacuum == 2)
                #expect(settings.lockingMode == "exclusive")
                try store.put([1], at: RowKey(.values, of: scope))
            }
            try store.close()
        }
    }

    @Test func leavesNothingOfATransactionThatThrows() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let keys = (0..<4).map { RowKey(.timeline, of: scope, $0) }
        for key in keys.prefix(3) { try store.put([UInt8(key.number)], at: key) }
        let before = try store.rows(.timeline, of: scope)
        #expect(throws: ChatStorageError.damaged(.rooms)) {
            try store.transaction { (transaction) throws(ChatStorageError) in
                try transaction.put([9].span, at: keys[0])
                try transaction.delete(keys[1])
                try transaction.put([9].span, at: keys[3])
                #expect(try transaction.row(keys[0])?.copy == [9])
                throw .damaged(.rooms)
            }
        }
        #expect(try store.rows(.timeline, of: scope) == before)
        try store.close()
        let again = try folder.open()
        #expect(try again.rows(.timeline, of: scope) == before)
        try again.close()
    }

    @Test func everythingThatReturnedIsThereAfterAKill() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for number in 0..<30 as Range<UInt64> {
            try store.put([UInt8](repeating: UInt8(number), count: 3_000), at: RowKey(.timeline, of: scope, number))
            let killed = try folder.killed()
            let recovered = try killed.open()
            let rows = try recovered.rows(.timeline, of: scope)
            #expect(rows.map(\.number) == Array(0...number))
            #expect(rows.allSatisfy { $0.bytes == [UInt8](repeating: UInt8($0.number), count: 3_000) })
            #expect(try recovered.isWhole())
            try recovered.close()
        }
        try store.close()
    }

    /// The last write of all may have reached the disk in part.
    @Test func aTornLogLeavesWholeTransactions() throws {
        var random = SeededRandom.announced()
        let folder = try StoreFolder()
        let store = try folder.open()
        let keys = (0..<3).map { RowKey(.epochs, of: scope, $0) } + [RowKey(.ratchets, of: scope)]
        func contents(_ turn: Int, _ key: RowKey) -> [UInt8] {
            [UInt8](repeating: UInt8(turn), count: 1 + Int(key.number) * 4_000)
        }
        for turn in 1...20 {
            try store.put(Dictionary(uniqueKeysWithValues: keys.map { ($0, contents(turn, $0)) }))
        }
        let log = try #require(try folder.files()["chat.sqlite-wal"])
        var turns: Set<UInt8> = []
        for _ in 0..<30 {
            let torn = try folder.killed()
            try torn.write(Array(log.prefix(Int.random(in: 0...log.count, using: &random))), to: "-wal")
            let recovered = try torn.open()
            let rows = try keys.compactMap { key in try recovered.bytes(at: key).map { (key, $0) } }
            if let turn = rows.first?.1.first {
                turns.insert(turn)
                #expect(rows.count == keys.count)
                for (key, bytes) in rows { #expect(bytes == contents(Int(turn), key)) }
            } else {
                #expect(rows.isEmpty)
            }
            #expect(try recovered.isWhole())
            try recovered.close()
        }
        #expect(turns.count > 3)
        try store.close()
    }

    @Test func refusesWhateverComesAfterTheEnd() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.close()
        #expect(throws: ChatStorageError.failed) { try store.put([1], at: RowKey(.values)) }
        #expect(throws: ChatStorageError.failed) { try store.bytes(at: RowKey(.values)) }
        #expect(throws: ChatStorageError.failed) { try store.erase() }
        #expect(throws: ChatStorageError.failed) { try store.close() }
    }
}
