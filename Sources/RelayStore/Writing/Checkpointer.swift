import GRDB
import Synchronization

/// Moves the write-ahead log into the database on a connection and thread of its own, so that no append waits for it.
///
/// While appends never end, the log would never begin anew: once it is long, the writer moves the little that came in
/// the meantime, and its next commit begins at the log's start.
final class Checkpointer: Sendable {
    private struct State {
        /// Pages written since the last one began, about.
        var written = 0
        /// Pages in the log when the last one ended.
        var logPages = 0
        var pagesPerCheckpoint = StoreLimits.pagesPerCheckpoint.lowerBound
        var isRunning = false
        var hasWriteFailed = false
        /// Something was written since the log was emptied last, and since it was last asked whether it should be.
        var (isDirty, isBusy) = (false, false)
        var emptiedAt: ContinuousClock.Instant?
        var isClosed = false
    }

    private let connection: DatabaseQueue
    /// From which on reads wait for the log to begin anew: while some of them always last, it never would.
    private let logPagesMax: Int
    private let state = Mutex(State())

    /// - Parameter bytesMax: of the database's file, if it has a bound.
    init(path: String, bytesMax: Int?) throws {
        logPagesMax = StoreLimits.logPagesMax(bytesMax: bytesMax)
        connection = try DatabaseQueue(path: path, configuration: .checkpointer())
    }

    /// About so many pages have been written, durably.
    func note(pages: Int) {
        let isDue = state.withLock { state in
            state.hasWriteFailed = false
            (state.isDirty, state.isBusy) = (true, true)
            state.written += pages
            guard !state.isClosed, !state.isRunning, state.written >= state.pagesPerCheckpoint else {
                return false
            }
            (state.isRunning, state.written) = (true, 0)
            return true
        }
        guard isDue else { return }
        connection.asyncWriteWithoutTransaction { self.checkpoint($0) }
    }

    private func checkpoint(_ database: Database) {
        let log = try? database.checkpoint(.passive)
        let pages = (try? database.pragma("page_count")) ?? 0
        let bounds = StoreLimits.pagesPerCheckpoint
        state.withLock { state in
            state.isRunning = false
            state.pagesPerCheckpoint = min(
                max(pages / StoreLimits.checkpointDivisor, bounds.lowerBound), bounds.upperBound)
            if let log { state.logPages = log.walFrameCount }
        }
    }

    /// The disk didn't take a transaction. What is in the log may be what fills it: the next one begins by moving that.
    func noteFailure() { state.withLock { $0.hasWriteFailed = true } }

    /// On the writer's connection, between two transactions.
    func help(_ writer: Database) {
        let isNeeded = state.withLock { state in
            // One that is too long isn't forgotten before it has begun anew.
            let isLong =
                state.logPages > state.pagesPerCheckpoint * StoreLimits.logLengthFactor
                && state.logPages <= logPagesMax
            guard isLong || state.hasWriteFailed, !state.isRunning else { return false }
            state.logPages = 0
            return true
        }
        // A failure is no news: the next commit or checkpoint says it to somebody who can do something about it.
        if isNeeded { _ = try? writer.checkpoint(.passive) }
    }

    /// On the writer's connection, right before a transaction, or while there is time. Where constant reads have kept
    /// the log from beginning anew until it is too long, they are held back: once none runs, the log is moved as a
    /// whole, and the next transaction begins it anew. The writer waits for no read.
    ///
    /// - Returns: whether the caller has to open the gate. Where somebody is still inside, it stays closed for the next
    ///   try, or until a read has waited too long.
    func cutShort(_ writer: Database, _ gate: ReadGate) -> Bool {
        let isTooLong = state.withLock { $0.logPages > logPagesMax && !$0.isRunning }
        guard isTooLong, gate.close() else { return false }
        if (try? writer.checkpoint(.passive)) != nil { state.withLock { $0.logPages = 0 } }
        return true
    }

    /// On the writer's connection, while there is time: after a while of rest, what was deleted leaves the log, and the
    /// database too.
    func emptyAtRest(_ writer: Database, _ gate: ReadGate) {
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            defer { state.isBusy = false }
            guard state.isDirty, !state.isBusy, !state.isRunning, !state.isClosed else { return false }
            return state.emptiedAt.map { now - $0 >= .seconds(StoreLimits.secondsBetweenEmptyings) } ?? true
        }
        guard isDue else { return }
        defer { gate.open() }
        // Another program may be reading for long, a backup: it isn't waited for, but tried again.
        guard gate.close(), writer.withoutWaiting({ (try? writer.checkpoint(.truncate)) != nil }) else { return }
        state.withLock { ($0.isDirty, $0.emptiedAt, $0.logPages) = (false, now, 0) }
    }

    /// Waits for one that is running.
    func close() {
        state.withLock { $0.isClosed = true }
        try? connection.close()
    }
}

extension Database {
    /// Runs `body` without the patience that this connection has with others' locks.
    fileprivate func withoutWaiting<Result>(_ body: () -> Result) -> Result {
        try? execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? execute(sql: "PRAGMA busy_timeout = \(StoreLimits.busyMilliseconds)") }
        return body()
    }
}
