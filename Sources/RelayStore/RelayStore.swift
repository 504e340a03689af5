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
    private let whenRefused: @Sendable (String) -> Void

    /// Opens the store at `path`, in a folder that is its owner's alone; makes one if there is none.
    ///
    /// After a stop that wasn't clean all of it is checked first, which takes about a second for each five million
    /// entries.
    ///
    /// - Parameters:
    ///   - bytesMax: what the database's file never grows beyond; appends are refused then. Beside it lies the log, which
    ///     is cut short from a quarter of that on.
    ///   - recentHashesMax: hashes that gather in memory before the index is written; up to twice as many are there.
    ///   - whenRefused: hears SQLite's reason for each write that it doesn't take: nothing of what was to be written.
    package init(
        path: String, bytesMax: Int? = nil, recentHashesMax: Int = StoreLimits.recentHashesMax,
        whenRefused: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(RelayStoreError) {
        let hashes = RecentHashes(countMax: recentHashesMax)
        let opened = try OpenedStore(StoreFile(path: path), bytesMax: bytesMax, hashes: hashes)
        (file, writer, condition) = (opened.file, opened.writer, opened.condition)
        self.hashes = hashes
        self.whenRefused = whenRefused
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
        try transact(settling: hashes.dueCount, body)
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

    /// - Parameter rowsMax: of the hash index, what is written beside.
    func transact<Result>(
        settling rowsMax: Int, _ body: (StoreTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        guard !isClosed.load(ordering: .acquiring) else { throw .unavailable }
        do {
            return try writer.writeWithoutTransaction { database in
                checkpointer.help(database)
                let isHoldingReads = checkpointer.cutShort(database, gate)
                defer { if isHoldingReads { gate.open() } }
                while true {
                    let transaction = StoreTransaction(database, hashes: hashes, sweepPlace: sweepPlace)
                    do { return try run(transaction, settling: rowsMax, body) } catch {
                        // Nothing has been asked of `body` yet, and no room should have to stop for this.
                        guard let broken = transaction.unsettleable else { throw error }
                        hashes.giveUp(broken)
                    }
                }
            }
        } catch {
            if let error = error as? DatabaseError { whenRefused(error.words) }
            let error = StorageError(error)
            if error == .unavailable { checkpointer.noteFailure() }
            throw error
        }
    }

    private func run<Result>(
        _ transaction: StoreTransaction, settling rowsMax: Int,
        _ body: (StoreTransaction) throws(StorageError) -> Result
    ) throws -> Result {
        let database = transaction.database
        let changes = database.totalChangesCount
        var result: Result?
        try database.inTransaction(.immediate) {
            try transaction.settle(rowsMax: rowsMax)
            result = try body(transaction)
            return .commit
        }
        transaction.isDurable()
        note(database.totalChangesCount - changes, transaction)
        guard let result else { throw StorageError.unavailable }
        return result
    }

    private func note(_ changes: Int, _ transaction: StoreTransaction) {
        guard changes > 0 else { return }
        checkpointer.note(
            pages: StoreLimits.pagesPerTransaction + changes / StoreLimits.rowsPerPage
                + transaction.movedByteCount / StoreLimits.pageByteCount)
    }
}
