import GRDB
import Synchronization

/// Moves the write-ahead log into the database on a connection and thread of its own, so that no append waits for it.
///
/// While appends never end, the log would never begin anew: once it is long, the writer moves the little that came in
/// the meantime, and its next commit begins at the log's start.
final class Checkpointer: Sendable {
    private struct State {
        var written = 0
        var pages = 0
        var isRunning = false
        var isClosed = false
    }

    private let connection: DatabaseQueue
    private let state = Mutex(State())

    init(path: String) throws {
        connection = try DatabaseQueue(path: path, configuration: .checkpointer())
    }

    /// At most so many pages have been written, durably.
    func note(pages: Int) {
        let isDue = state.withLock { state in
            state.written += pages
            guard !state.isClosed, !state.isRunning, state.written >= StoreLimits.pagesPerCheckpoint else {
                return false
            }
            (state.isRunning, state.written) = (true, 0)
            return true
        }
        guard isDue else { return }
        connection.asyncWriteWithoutTransaction { database in
            let log = try? database.checkpoint(.passive)
            self.state.withLock { state in
                state.isRunning = false
                if let log { state.pages = log.walFrameCount }
            }
        }
    }

    /// On the writer's connection, between two transactions.
    func help(_ writer: Database) {
        let isLong = state.withLock { state in
            guard state.pages > StoreLimits.logPagesMax, !state.isRunning else { return false }
            state.pages = 0
            return true
        }
        // A failure is no news: the next commit or checkpoint says it to somebody who can do something about it.
        if isLong { _ = try? writer.checkpoint(.passive) }
    }

    /// Waits for one that is running.
    func close() {
        state.withLock { $0.isClosed = true }
        try? connection.close()
    }
}
