import Foundation
import GRDB
import Relay
import RelayStore
import Testing

/// What is opened, and what isn't.
struct OpeningTests {
    @Test func isCleanWhenNewAndAfterAStop() throws {
        let folder = try StoreFolder()
        for _ in 0..<3 {
            let store = try folder.open()
            #expect(store.condition == .clean)
            store.close()
        }
    }

    @Test func checksEverythingAfterAStopThatWasNotClean() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let killed = try folder.killed()
        store.close()
        let again = try killed.open()
        #expect(again.condition == .recovered)
        again.close()
        let after = try killed.open()
        #expect(after.condition == .clean)
        after.close()
    }

    @Test func leavesNoLogBehindAtAStop() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try TestRoom.create(1, in: store)
        store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["relay.sqlite"])
    }

    /// The migrator makes its own table by itself, before ours.
    @Test func isNewWhereTheFirstStartDiedBeforeItsTables() throws {
        let folder = try StoreFolder()
        let queue = try DatabaseQueue(path: folder.path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try queue.close()
        let store = try folder.open()
        _ = try TestRoom.create(1, in: store)
        store.close()
    }

    @Test func refusesAStoreOfANewerVersion() throws {
        let folder = try StoreFolder()
        try folder.open().close()
        let queue = try DatabaseQueue(path: folder.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')") }
        try queue.close()
        #expect(throws: RelayStoreError.newerVersion) { try folder.open() }
    }

    @Test(arguments: [
        [UInt8]("hello, this is a text and no database at all".utf8), [UInt8](repeating: 0, count: 4_096),
    ])
    func refusesAFileThatIsNoDatabase(_ bytes: [UInt8]) throws {
        let folder = try StoreFolder()
        try Data(bytes).write(to: URL(filePath: folder.path))
        #expect(throws: RelayStoreError.notAStore) { try folder.open() }
        #expect(try Data(contentsOf: URL(filePath: folder.path)) == Data(bytes))
    }

    @Test func leavesAnotherProgramsDatabaseAlone() throws {
        let folder = try StoreFolder()
        let queue = try DatabaseQueue(path: folder.path)
        try queue.write { try $0.execute(sql: "CREATE TABLE player(id INTEGER PRIMARY KEY)") }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: folder.path))
        #expect(throws: RelayStoreError.notAStore) { try folder.open() }
        #expect(try Data(contentsOf: URL(filePath: folder.path)) == before)
    }

    @Test func saysThatAFolderIsMissing() throws {
        let folder = try StoreFolder()
        try FileManager.default.removeItem(at: folder.url)
        #expect(throws: RelayStoreError.unavailable) { try folder.open() }
    }

    @Test func refusesAStoreWithoutItsTables() throws {
        let folder = try StoreFolder()
        try folder.open().close()
        let queue = try DatabaseQueue(path: folder.path)
        try queue.write { try $0.execute(sql: "DROP TABLE relay") }
        try queue.close()
        #expect(throws: RelayStoreError.damaged) { try folder.open() }
    }
}
