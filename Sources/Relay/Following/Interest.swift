import Synchronization

/// Which event loops have a follower of a log: the committer wakes those, and no others.
///
/// Announce first, read the log then: see ``FollowerState``.
package final class Interest: Sendable {
    private let loops = Mutex<[LogName: LoopSet]>([:])

    package init() {}

    /// A loop has its first follower of `log`.
    package func add(_ loop: LoopNumber, to log: LogName) {
        loops.withLock { $0[log, default: LoopSet()].insert(loop) }
    }

    /// A loop has lost its last follower of `log`.
    package func remove(_ loop: LoopNumber, from log: LogName) {
        loops.withLock { loops in
            guard loops[log]?.remove(loop) != nil, loops[log]?.isEmpty == true else { return }
            loops[log] = nil
        }
    }

    package func loops(following log: LogName) -> LoopSet { loops.withLock { $0[log] ?? LoopSet() } }

    /// Of several logs at one time, in their order.
    package func loops(following logs: [LogName]) -> [LoopSet] {
        loops.withLock { loops in logs.map { loops[$0] ?? LoopSet() } }
    }
}
