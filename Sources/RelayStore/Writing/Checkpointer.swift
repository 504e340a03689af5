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
        var isClosed = false
    }

    private let connection: DatabaseQueue
    private let state = Mutex(State())

    init(path: String) throws {
        connection = try DatabaseQueue(path: path, configuration: .checkpointer())
    }

    /// About so many pages have been written, durably.
    func note(pages: Int) {
        let isDue = state.withLock { state in
            state.hasWriteFailed = false
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
            let isLong = state.logPages > state.pagesPerCheckpoint * StoreLimits.logLengthFactor
            guard isLong || state.hasWriteFailed, !state.isRunning else { return false }
            state.logPages = 0
            return true
        }
        // A failure is no news: the next commit or checkpoint says it to somebody who can do something about it.
        if isNeeded { _ = try? writer.checkpoint(.passive) }
    }

    /// Waits for one that is running.
    func close() {
        state.withLock { $0.isClosed = true }
        try? connection.close()
    }
}
