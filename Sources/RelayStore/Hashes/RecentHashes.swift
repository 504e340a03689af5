import Synchronization

/// Hashes of entries that `hash_index` doesn't have yet.
///
/// Written with each entry, the index would cost more than the entry: hashes are spread, so nearly each touches a page
/// of its own. Here they gather, and are written in the index's order, a few with each transaction. Lookups mostly end
/// here too: a repeat stands behind its parent, and what came lately is all here.
///
/// It changes when a transaction has become durable, and is made again from the entries behind `log.indexed` after a
/// stop that wasn't clean.
final class RecentHashes: Sendable {
    private struct State {
        var young = HashGeneration()
        var old: SettledHashes?
        /// How many rows the next transaction writes: the more, the more the last one added.
        var due = 0
    }

    private let countMax: Int
    private let state = Mutex(State())

    /// - Parameter countMax: hashes that gather before they begin to be written.
    init(countMax: Int) { self.countMax = countMax }

    func number(of key: HashKey) -> Int64? {
        state.withLock { $0.young.numbers[key] ?? $0.old?.generation.numbers[key] }
    }

    /// The first number of a log from which on all its entries are here.
    func start(of log: Int64) -> Int64? {
        state.withLock { state in
            guard !state.young.collided.contains(log), state.old?.generation.collided.contains(log) != true else {
                return nil
            }
            return (state.old?.generation.ranges[log] ?? state.young.ranges[log])?.lowerBound
        }
    }

    /// What is to be written to the index next.
    func unsettled(_ countMax: Int) -> ArraySlice<SettledHashes.Row> {
        state.withLock { $0.old?.next(countMax) ?? [] }
    }

    var dueCount: Int { state.withLock { $0.due } }

    /// The index has no place for it: a repeat of this entry won't be known for one, once it isn't recent any more.
    func giveUp(_ row: SettledHashes.Row) { state.withLock { $0.old?.giveUp(row.key) } }

    /// A transaction has become durable: what it removed, added and wrote.
    func keep(_ added: HashGeneration, removed: [HashKey: Int64], writtenCount: Int) {
        state.withLock { state in
            state.old?.written(writtenCount)
            if state.old?.isWritten == true { state.old = nil }
            for (key, number) in removed {
                state.young.remove(key, number: number)
                state.old?.remove(key, number: number)
            }
            state.young.add(added)
            state.due =
                added.count == 0
                ? max(0, state.due - writtenCount)
                : max(StoreLimits.indexRowsMin, added.count * StoreLimits.indexRowsPerEntry)
            if state.old == nil, state.young.count >= countMax { Self.turn(&state) }
        }
    }

    /// For a clean stop: the young too are to be written.
    ///
    /// - Returns: whether there is anything left.
    func turn() -> Bool {
        state.withLock { state in
            if state.old == nil { Self.turn(&state) }
            return state.old != nil
        }
    }

    private static func turn(_ state: inout State) {
        let settled = SettledHashes(state.young)
        state.young = HashGeneration()
        state.old = settled.isWritten ? nil : settled
    }
}
