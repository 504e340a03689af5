package import Chat
import GRDB
import Sodium

/// What a client keeps, in one SQLite file of sealed rows.
///
/// A transaction that has returned is on the disk (`synchronous=FULL`), and one that throws has changed nothing. The
/// file holds ciphertext, tables' and rows' numbers, and keyed hashes of what rows belong to: who has it without the
/// key learns how many rows of which kind there are, and how long; who can write to it can take rows away, or put older
/// ones back.
///
/// It has one owner at a time: the lock on the file is held until the store is closed, or its process ends.
package final class ChatStore: ChatStorage {
    private let database: DatabaseQueue
    private let seal: RowSeal
    private let erased = ErasedChanges()

    /// Opens the store at `path`, in a folder that is its owner's alone; makes one if there is none.
    ///
    /// - Parameter bytesMax: what the database's file never grows beyond; it is full then.
    package init(path: String, key: borrowing StoreKey, bytesMax: Int? = nil) throws(ChatStoreError) {
        let seal = RowSeal(key)
        self.seal = seal
        let found = try StoreFile.prepare(at: path)
        do {
            database = try DatabaseQueue(path: path, configuration: .store(bytesMax: bytesMax))
            try database.writeWithoutTransaction { database in
                guard try StoreSettings(of: database) == .required else { throw ChatStoreError.unavailable }
                if try StoreSchema.migrator.hasBeenSuperseded(database) { throw ChatStoreError.newerVersion }
                if try StoreSchema.isOfBeforeSlots(database) { try FileRewriting.begin(database) }
            }
            try StoreSchema.migrator.migrate(database)
            try database.write { database in
                try StoreSchema.check(database)
                try StoreTransaction(database: database, seal: seal).checkKey()
            }
        } catch { throw ChatStoreError(error) }
        if found == .withLog { erased.forget() }
        // What a process that was killed had still to erase. On a full disk that is for later.
        try? erase()
    }

    package func transaction<Result>(
        _ body: (any ChatTransaction) throws(ChatStorageError) -> Result
    ) throws(ChatStorageError) -> Result {
        let seal = seal
        var result: Result?
        do {
            try database.writeWithoutTransaction { database in
                try database.inTransaction(.deferred) {
                    result = try body(StoreTransaction(database: database, seal: seal))
                    return .commit
                }
            }
        } catch { throw ChatStorageError(error) }
        guard let result else { throw .failed }
        return result
    }

    /// What was deleted or put in the place of something is gone from the files when this returns.
    ///
    /// Rows are overwritten where they stand (``RowSlots``), so the write-ahead log is all that has to be cut. Where half
    /// of the file lies empty it is written anew, too, which takes time and memory as what is left is large.
    package func erase() throws(ChatStorageError) {
        do {
            try database.writeWithoutTransaction { database in
                // Asked in SQL: of a connection that is closed GRDB's own count isn't to be had.
                let changes = try Int.fetchOne(database, sql: "SELECT total_changes()") ?? 0
                let rewriting = Result { if erased.isBehind(changes) { try FileRewriting.runWhereDue(database) } }
                // Where a broken page is in the way, what can be erased is.
                try database.checkpoint(.truncate)
                try rewriting.get()
                erased.note(try Int.fetchOne(database, sql: "SELECT total_changes()") ?? 0)
            }
        } catch { throw ChatStorageError(error) }
    }

    /// Whether SQLite finds the file whole, and every row opens. Reads all of it.
    package func isWhole() throws(ChatStorageError) -> Bool {
        let seal = seal
        do {
            return try database.writeWithoutTransaction { database in
                guard try String.fetchAll(database, sql: "PRAGMA integrity_check(1)") == ["ok"] else { return false }
                return try StoreTransaction(database: database, seal: seal).everyRowOpens()
            }
        } catch {
            if error.isCorruption { return false }
            throw ChatStorageError(error)
        }
    }

    /// What the connection says about itself.
    package func settings() throws(ChatStorageError) -> StoreSettings {
        do { return try database.writeWithoutTransaction { try StoreSettings(of: $0) } } catch {
            throw ChatStorageError(error)
        }
    }

    /// The last that is done with it. Where that throws it is closed all the same, and what was deleted may still lie in
    /// the log.
    package func close() throws(ChatStorageError) {
        let database = database
        defer { try? database.close() }
        try erase()
    }
}
