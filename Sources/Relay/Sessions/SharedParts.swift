import Logging
import RelayProtocol
import Synchronization

/// What all lines of one relay share.
final class SharedParts: Sendable {
    let loops: RelayLoops
    let interest: Interest
    let committer: Committer
    let readPool: ReadPool
    let budgets: AppendBudgets
    let accountLines = AccountLines()
    let keptDevices = KeptDevices()
    let counts: RelayCounts
    let wallClockSeconds: @Sendable () -> Int64
    let logger: Logger
    private let stopping = Atomic(false)

    init(
        loops: RelayLoops, interest: Interest, committer: Committer, readPool: ReadPool, limits: RelayLimits,
        counts: RelayCounts, wallClockSeconds: @escaping @Sendable () -> Int64, logger: Logger
    ) {
        self.loops = loops
        self.interest = interest
        self.committer = committer
        self.readPool = readPool
        self.counts = counts
        self.wallClockSeconds = wallClockSeconds
        self.logger = logger
        budgets = AppendBudgets(limits)
    }

    /// Nothing new is taken on.
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    func stopTakingRequests() { stopping.store(true, ordering: .relaxed) }
}
