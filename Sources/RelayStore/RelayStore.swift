import GRDB
import Identity
package import Relay
import Synchronization

/// What a relay keeps, in one SQLite file.
///
/// One connection writes, with `synchronous=FULL`: when ``write(_:)`` returns, the disk has it. Others read what has
/// been committed, and never make it wait; it holds them back for a moment where they would keep the write-ahead log
/// from ever ending. One more moves that log.
///
/// One process at a time may open it: whoever does holds a lock on the folder.
package final class RelayStore: RelayStorage {
    /// How it was found.
    package let condition: StoreCondition
    let file: StoreFile
    let writer: DatabaseQueue
    let readers: DatabasePool
    let checkpointer: Checkpointer
    let hashes: RecentHashes
    let sweepPlace = SweepPlace()
    let gate = ReadGate()
    let isClosed = Atomic(false)

    /// Opens the store at `path`, in a folder that is its owner's alone; makes one if there is none.
    ///
    /// After a stop that wasn't clean all of it is checked first, which takes about a second for each five million
    /// entries.
    ///
    /// - Parameters:
    ///   - bytesMax: what the database's file never grows beyond; appends are refused then. Beside it lies the log, which
    ///     is cut short from a quarter of that on.
    ///   - recentHashesMax: hashes that gather in memory before the index is written; up to twice as many are there.
    package init(
        path: String, bytesMax: Int? = nil, recentHashesMax: Int = StoreLimits.recentHashesMax
    ) throws(RelayStoreError) {
        let hashes = RecentHashes(countMax: recentHashesMax)
        let opened = try OpenedStore(StoreFile(path: path), bytesMax: bytesMax, hashes: hashes)
        (file, writer, condition) = (opened.file, opened.writer, opened.condition)
        self.hashes = hashes
        do {
            checkpointer = try Checkpointer(path: path, bytesMax: bytesMax)
            readers = try DatabasePool(path: path, configuration: .reader())
        } catch {
            throw RelayStoreError(error)
        }
    }

    package func write<Result>(
        _ body: (any RelayTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try transact { transaction throws(StorageError) in
            let result = try body(transaction)
            try transaction.settle()
            return result
        }
    }

    package func read<Result>(
        _ body: (any RelaySnapshot) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try reading { database throws(StorageError) in try body(StoreSnapshot(database: database)) }
    }

    /// After a page that is broken, a transaction can't be ended as it should be. One that has only read loses nothing.
    func reading<Result>(
        _ body: (Database) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        var result: Result?
        gate.enter()
        defer { gate.leave() }
        do {
            try readers.read { result = try body($0) }
        } catch {
            guard result != nil, StorageError(error) == .damaged else { throw StorageError(error) }
        }
        guard let result else { throw .unavailable }
        return result
    }

    func transact<Result>(
        _ body: (StoreTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        guard !isClosed.load(ordering: .acquiring) else { throw .unavailable }
        do {
            return try writer.writeWithoutTransaction { database in
                checkpointer.help(database)
                let isHoldingReads = checkpointer.cutShort(database, gate)
                defer { if isHoldingReads { gate.open() } }
                let transaction = StoreTransaction(database, hashes: hashes, sweepPlace: sweepPlace)
                let changes = database.totalChangesCount
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(transaction)
                    return .commit
                }
                transaction.isDurable()
                note(database.totalChangesCount - changes, transaction)
                guard let result else { throw StorageError.unavailable }
                return result
            }
        } catch {
            let error = StorageError(error)
            if error == .unavailable { checkpointer.noteFailure() }
            throw error
        }
    }

    private func note(_ changes: Int, _ transaction: StoreTransaction) {
        guard changes > 0 else { return }
        checkpointer.note(
            pages: StoreLimits.pagesPerTransaction + changes / StoreLimits.rowsPerPage
                + transaction.movedByteCount / StoreLimits.pageByteCount)
    }
}
