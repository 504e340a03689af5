import Synchronization

/// What the relay counts as it goes, from any thread.
final class RelayCounts: Sendable {
    let lines = Atomic(0)
    let requests = Atomic(0)
    let refusals = Atomic(0)
    let appends = Atomic(0)
    let items = Atomic(0)
    let whispers = Atomic(0)
    /// Events sent, each to one line.
    let deliveries = Atomic(0)
    /// Events that were read from the log again for it.
    let deliveriesFromLog = Atomic(0)
    let fallenBehind = Atomic(0)
    let groups = Atomic(0)
    let groupRequests = Atomic(0)
    let failedGroups = Atomic(0)
    let commitNanoseconds = Atomic(0)
    let reads = Atomic(0)
    let readFailures = Atomic(0)
    let sweptRows = Atomic(0)
    // As they were when somebody looked last.
    let cachedRooms = Atomic(0)
    let diskBytes = Atomic(0)
}

extension Atomic<Int> {
    func add(_ count: Int = 1) { wrappingAdd(count, ordering: .relaxed) }

    var count: Int { load(ordering: .relaxed) }
}
