import Chat
import ChatStore
import Foundation
import GRDB
import TestSupport
import Testing

/// What somebody with the files and without the key sees, and can do.
struct SealingTests {
    private let secret = Array("what was said among friends".utf8)
    private let scope = RowScope("a room of some name")

    @Test func whatARowHoldsIsNowhereInTheFiles() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put(secret, at: RowKey(.timeline, of: scope, 1))
        try store.put([UInt8](repeating: 0x5A, count: 20_000) + secret, at: RowKey(.timeline, of: scope, 2))
        // Of another kind of content than these, so that the search is known to find.
        try #require(try folder.containsAnywhere("CREATE TABLE row".utf8))
        for _ in 0..<2 {
            for text in [secret, scope.bytes, [UInt8](repeating: 0x5A, count: 16), folder.keyFile] {
                #expect(try !folder.containsAnywhere(text.prefix(16)))
            }
            try store.erase()
        }
        try store.close()
        #expect(try !folder.containsAnywhere(secret))
    }

    @Test func rowsOfEqualContentLookDifferent() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for number in 0..<20 { try store.put(secret, at: RowKey(.timeline, of: scope, UInt64(number))) }
        for table in ChatTable.allCases { try store.put(secret, at: RowKey(table, of: scope, 99)) }
        try store.close()
        let rows = try folder.sealedRows()
        #expect(rows.count == 21 + ChatTable.allCases.count)
        #expect(Set(rows.map { $0.prefix(24) }).count == rows.count)
        #expect(Set(rows.map { $0.dropFirst(24) }).count == rows.count)
        let scopes = try folder.edit { try Int.fetchOne($0, sql: "SELECT count(DISTINCT scope) FROM row") }
        #expect(scopes == 1 + ChatTable.allCases.count)
    }

    @Test(arguments: [
        RowKey(.timeline, of: RowScope("a"), 2), RowKey(.timeline, of: RowScope("b"), 1),
        RowKey(.outbox, of: RowScope("a"), 1), RowKey(.timeline, of: .whole, 1),
    ])
    func rowsThatChangedPlacesAreDamaged(_ other: RowKey) throws {
        let folder = try StoreFolder()
        let here = RowKey(.timeline, of: RowScope("a"), 1)
        let store = try folder.open()
        try store.put([here: [1], other: [2]])
        try store.close()
        let rows = try folder.sealedRows()
        try folder.edit { database in
            for (id, sealed) in [(2, rows[2]), (3, rows[1])] {
                try database.execute(
                    sql: "UPDATE row SET sealed = ? WHERE id = ?", arguments: [Data(sealed), id])
            }
        }
        let again = try folder.open()
        for key in [here, other] {
            #expect(throws: ChatStorageError.damaged(key.table)) { try again.bytes(at: key) }
            #expect(throws: ChatStorageError.damaged(key.table)) { try again.rows(key.table, of: key.scope) }
        }
        #expect(try !again.isWhole())
        // What is damaged can be taken away, or be replaced.
        try again.put([3], at: here)
        try again.delete(other)
        #expect(try again.bytes(at: here) == [3])
        #expect(try again.isWhole())
        try again.close()
    }

    /// So that what a column says is what was sealed, in whatever way it is read.
    @Test(arguments: [
        "number = number + 1", "number = number - 256", "kind = kind + 1", "scope = zeroblob(16)", "scope = x''",
        "kind = kind + 256", "sealed = x''", "sealed = zeroblob(24)", "sealed = zeroblob(40)",
        "sealed = substr(sealed, 1, length(sealed) - 1)", "sealed = CAST(sealed || x'00' AS BLOB)",
    ])
    func aRowThatWasChangedIsNotWhole(_ change: String) throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([1], at: RowKey(.timeline, of: scope, 1_000))
        #expect(try store.isWhole())
        try store.close()
        try folder.edit { try $0.execute(sql: "UPDATE row SET \(change) WHERE kind > 0") }
        let again = try folder.open()
        #expect(try !again.isWhole())
        do throws(ChatStorageError) {
            #expect(try again.rows(.timeline, of: scope).isEmpty)
        } catch { #expect(error == .damaged(.timeline)) }
        try again.close()
    }

    @Test func aRowOfAnotherStoreIsDamaged() throws {
        let (folder, other) = (try StoreFolder(), try StoreFolder())
        let place = RowKey(.values, of: scope)
        for folder in [folder, other] {
            let store = try folder.open()
            try store.put(secret, at: place)
            try store.close()
        }
        let foreign = try #require(try other.sealedRows().last)
        try folder.edit {
            try $0.execute(sql: "UPDATE row SET sealed = ? WHERE kind > 0", arguments: [Data(foreign)])
        }
        let store = try folder.open()
        #expect(throws: ChatStorageError.damaged(.values)) { try store.bytes(at: place) }
        try store.close()
    }

    @Test func oneFlippedBitIsDamage() throws {
        let folder = try StoreFolder()
        let place = RowKey(.ratchets, of: scope, 5)
        let store = try folder.open()
        try store.put(Array("eight.by".utf8), at: place)
        try store.close()
        let sealed = try #require(try folder.sealedRows().last)
        #expect(sealed.count == 24 + 64 + 16)
        for bit in 0..<(8 * sealed.count) where bit % 7 == 0 {
            try folder.edit {
                try $0.execute(
                    sql: "UPDATE row SET sealed = ? WHERE kind > 0", arguments: [Data(sealed.flipping(bit: bit))])
            }
            let again = try folder.open()
            #expect(throws: ChatStorageError.damaged(.ratchets)) { try again.bytes(at: place) }
            try again.close()
        }
    }

    /// What a store can't see, so that SECURITY.md says it.
    @Test func anOlderRowOfThePlaceIsTakenForTheNewest() throws {
        let folder = try StoreFolder()
        let place = RowKey(.values, of: scope)
        var store = try folder.open()
        try store.put([1], at: place)
        try store.close()
        let old = try #require(try folder.sealedRows().last)
        store = try folder.open()
        try store.put([2], at: place)
        try store.close()
        try folder.edit { try $0.execute(sql: "UPDATE row SET sealed = ? WHERE kind > 0", arguments: [Data(old)]) }
        store = try folder.open()
        #expect(try store.bytes(at: place) == [1])
        try store.close()
    }

    @Test func lengthsAreFew() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for count in 0..<1_500 as Range<UInt64> {
            try store.put([UInt8](repeating: 7, count: Int(count)), at: RowKey(.timeline, of: scope, count))
        }
        for count in 0..<1_500 as Range<UInt64> {
            #expect(try store.bytes(at: RowKey(.timeline, of: scope, count))?.count == Int(count))
        }
        try store.close()
        let lengths = Set(try folder.sealedRows().map { $0.count - 40 })
        #expect(
            lengths
                == Set(
                    Array(stride(from: 64, through: 1_024, by: 64))
                        + Array(stride(from: 1_152, through: 1_536, by: 128))))
    }

    /// The format by its description, not by the code: it can't change unnoticed.
    @Test(arguments: [
        ("sotto store row 2", true, true), ("sotto store row 1", false, true), ("sotto store row 3", true, false),
        ("sotto store row 2", false, false),
    ])
    func opensWhatIsSealedAsDescribed(_ domain: String, _ isPadded: Bool, _ isOurs: Bool) throws {
        let folder = try StoreFolder()
        let place = RowKey(.outbox, of: scope, 0x0102_0304_0506_0708)
        try folder.open().close()
        let key = try folder.key().bytes
        let hidden = try Described.scope(Described.derived(key, "sotto store scopes 1\0"), table: 8, scope.bytes)
        let nonce = [UInt8](counting: 24)
        let data = Array("\(domain)\0".utf8) + [8, 1, 2, 3, 4, 5, 6, 7, 8] + hidden
        let padded = [0, 0, 0, UInt8(secret.count)] + secret + [UInt8](repeating: 0, count: 60 - secret.count)
        let sealed = try Described.sealed(
            isPadded ? padded : secret, Described.derived(key, "sotto store rows 1\0"), nonce: nonce, data)
        try folder.edit {
            try $0.execute(
                sql: "INSERT INTO row(kind, scope, number, sealed) VALUES (8, ?, ?, ?)",
                arguments: [Data(hidden), Int64.min + 0x0102_0304_0506_0708, Data(nonce + sealed)])
        }
        let store = try folder.open()
        if isOurs {
            #expect(try store.bytes(at: place) == secret)
        } else {
            #expect(throws: ChatStorageError.damaged(.outbox)) { try store.bytes(at: place) }
        }
        try store.close()
    }
}
