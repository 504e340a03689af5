import Chat
import ChatStore
import Foundation
import GRDB
import Testing

/// What is opened, and what isn't.
struct OpeningTests {
    private let place = RowKey(.values, of: RowScope("place"))

    @Test func isThereAgainAfterAStop() throws {
        let folder = try StoreFolder()
        for number in 0..<4 as Range<UInt8> {
            let store = try folder.open()
            #expect(try store.bytes(at: place) == (number == 0 ? nil : [number]))
            try store.put([number + 1], at: place)
            try store.close()
        }
    }

    @Test func saysThatAKeyIsAnothersAndLeavesTheStoreAsItWas() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([7], at: place)
        try store.close()
        let before = try folder.files()
        #expect(throws: ChatStoreError.wrongKey) { try ChatStore(path: folder.path, key: StoreKey()) }
        #expect(try folder.files() == before)
        let again = try folder.open()
        #expect(try again.bytes(at: place) == [7])
        try again.close()
    }

    /// So a full disk is no reason not to.
    @Test func writesNothingByBeingOpened() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([7], at: place)
        try store.close()
        let before = try folder.files()
        try folder.open().close()
        #expect(try folder.files() == before)
    }

    @Test func knowsItsKeyBeforeAnythingWasPut() throws {
        let folder = try StoreFolder()
        try folder.open().close()
        #expect(throws: ChatStoreError.wrongKey) { try ChatStore(path: folder.path, key: StoreKey()) }
        try folder.open().close()
    }

    @Test func isDamagedWhereTheRowThatTellsTheKeyIsGone() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([7], at: place)
        try store.close()
        try folder.edit { try $0.execute(sql: "DELETE FROM row WHERE kind = 0") }
        #expect(throws: ChatStoreError.damaged) { try folder.open() }
        #expect(throws: ChatStoreError.damaged) { try ChatStore(path: folder.path, key: StoreKey()) }
    }

    @Test func anotherRowDoesNotTellTheKey() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([], at: place)
        try store.close()
        try folder.edit {
            try $0.execute(
                sql: "UPDATE row SET sealed = (SELECT sealed FROM row WHERE kind = 11) WHERE kind = 0")
        }
        #expect(throws: ChatStoreError.wrongKey) { try folder.open() }
    }

    @Test func refusesAStoreOfANewerVersion() throws {
        let folder = try StoreFolder()
        try folder.open().close()
        try folder.edit { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('3')") }
        #expect(throws: ChatStoreError.newerVersion) { try folder.open() }
    }

    /// The migrator makes its own table by itself, before ours.
    @Test func isNewWhereTheFirstStartDiedBeforeItsTables() throws {
        let folder = try StoreFolder()
        try folder.edit {
            try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        let store = try folder.open()
        try store.put([7], at: place)
        try store.close()
    }

    @Test func isNewWhereTheFirstStartDiedBeforeTheKeyWasTold() throws {
        let folder = try StoreFolder()
        try folder.open().close()
        try folder.edit { try $0.execute(sql: "DELETE FROM row") }
        let store = try folder.open()
        try store.put([7], at: place)
        try store.close()
        #expect(throws: ChatStoreError.wrongKey) { try ChatStore(path: folder.path, key: StoreKey()) }
    }

    @Test(arguments: [
        [UInt8]("hello, this is a text and no database at all".utf8), [UInt8](repeating: 0, count: 4_096),
    ])
    func refusesAFileThatIsNoDatabase(_ bytes: [UInt8]) throws {
        let folder = try StoreFolder()
        try folder.write(bytes)
        #expect(throws: ChatStoreError.notAStore) { try folder.open() }
        #expect(try folder.files() == ["chat.sqlite": bytes])
    }

    @Test func leavesAnotherProgramsDatabaseAlone() throws {
        let folder = try StoreFolder()
        try folder.edit { try $0.execute(sql: "CREATE TABLE player(id INTEGER PRIMARY KEY)") }
        let before = try folder.files()
        #expect(throws: ChatStoreError.notAStore) { try folder.open() }
        #expect(try folder.files() == before)
    }

    @Test func saysThatAFolderIsMissing() throws {
        let folder = try StoreFolder()
        try FileManager.default.removeItem(at: folder.url)
        #expect(throws: ChatStoreError.unavailable) { try folder.open() }
    }

    @Test func hasOneOwnerAtATime() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        #expect(throws: ChatStoreError.unavailable) { try folder.open() }
        try store.put([7], at: place)
        #expect(throws: ChatStoreError.unavailable) { try folder.open() }
        try store.close()
        let next = try folder.open()
        #expect(try next.bytes(at: place) == [7])
        try next.close()
    }

    /// Each could undo or hide what is put.
    @Test(arguments: [
        "CREATE TRIGGER back AFTER UPDATE ON row BEGIN UPDATE row SET sealed = old.sealed WHERE id = old.id; END",
        "CREATE TRIGGER late AFTER INSERT ON grdb_migrations BEGIN DELETE FROM row; END",
        "CREATE VIEW other AS SELECT * FROM row", "CREATE TABLE other(id INTEGER PRIMARY KEY)",
        "CREATE INDEX other ON row(number)", "DROP TABLE row",
        "ALTER TABLE row RENAME TO other; CREATE VIEW row AS SELECT * FROM other",
        "DROP TABLE row; CREATE TABLE row(id, kind, scope, number, sealed)",
    ])
    func refusesTablesThatAreNotItsOwn(_ sql: String) throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([7], at: place)
        try store.close()
        try folder.edit { try $0.execute(sql: sql) }
        #expect(throws: ChatStoreError.damaged) { try folder.open() }
    }
}
