import Relay
import Synchronization

/// What sweeping remembers from one slice to the next. Nothing of it need outlive the process.
final class SweepPlace: Sendable {
    private struct Unreadable {
        var rows: Set<Int64> = []
        var logs: Set<Int64> = []
        var kinds: Set<OldestKind> = []
    }

    /// Rows that can't be read, and so neither swept: they don't stop what lies behind them. Logs with such rows; kinds of
    /// which nothing can be found.
    private let unreadable = Mutex(Unreadable())
    /// Where the round through the logs stands that looks for hashes to forget: the last log that was looked at.
    let log = Atomic<Int64>(0)

    var unreadableCount: Int { unreadable.withLock { $0.rows.count } }

    func isUnreadable(_ row: EntryRow) -> Bool { unreadable.withLock { $0.rows.contains(row.id) } }

    func isUnreadable(_ log: LogRow) -> Bool { unreadable.withLock { $0.logs.contains(log.rawValue) } }

    func isBroken(_ kind: OldestKind) -> Bool { unreadable.withLock { $0.kinds.contains(kind) } }

    func noteBroken(_ kind: OldestKind) { _ = unreadable.withLock { $0.kinds.insert(kind) } }

    func noteUnreadable(_ rows: [EntryRow]) {
        unreadable.withLock { unreadable in
            guard unreadable.rows.count < StoreLimits.unreadableRowsMax else { return }
            unreadable.rows.formUnion(rows.map(\.id))
        }
    }

    func noteUnreadable(_ log: LogRow) {
        unreadable.withLock { unreadable in
            guard unreadable.logs.count < StoreLimits.unreadableRowsMax else { return }
            unreadable.logs.insert(log.rawValue)
        }
    }
}
