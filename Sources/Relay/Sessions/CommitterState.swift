import Identity

/// What waits for the committer's thread, and what it does next. Decides; the committer acts.
struct CommitterState<Work: QueuedWork>: Sendable {
    enum Step: Sendable {
        case commit([Work])
        /// One slice of what is due.
        case keepHouse
        /// Tells who waits for it that the thread has come to this.
        case tell([@Sendable () -> Void])
        /// Nothing: whoever brings something must wake it.
        case rest
    }

    private var queue = SubmissionQueue<Work>()
    private var isRunning = false
    private(set) var isStopped = false
    private var isHouseDue = false
    /// Something was committed since housekeeping was due last.
    private var hasCommitted = false
    private var idleTurns = 0
    /// Loops that haven't let go yet of what was committed.
    private var deliveringCount = 0
    private var deliveryCount = 0
    /// How many deliveries there had been at the last tick.
    private var tickedDeliveryCount = 0
    /// A loop has held on to the last delivery from one tick to the next: nobody else waits for it.
    private var isDeliveryLate = false
    private var probes: [@Sendable () -> Void] = []
    private var drains: [@Sendable () -> Void] = []

    var requestCount: Int { queue.requestCount }

    func isBacklogged(for account: IdentityKey) -> Bool { queue.isBacklogged(for: account) }
    func isFull(for account: IdentityKey) -> Bool { queue.isFull(for: account) }

    /// - Returns: whether the thread must be woken.
    mutating func take(_ submission: Work) -> Bool {
        queue.append(submission)
        return mayCommit && start()
    }

    /// A group's answers and entries are on their way to so many loops.
    mutating func delivering(to loopCount: Int) {
        deliveringCount += loopCount
        deliveryCount += 1
    }

    /// A loop has let go of them.
    ///
    /// - Returns: whether the thread must be woken.
    mutating func delivered() -> Bool {
        deliveringCount -= 1
        if deliveringCount == 0 { isDeliveryLate = false }
        return mayCommit && start()
    }

    /// Tells once the thread has done something more.
    ///
    /// - Returns: whether the thread must be woken.
    mutating func probe(_ tell: @escaping @Sendable () -> Void) -> Bool {
        probes.append(tell)
        return start()
    }

    /// Time has passed: after a commit the house wants to be kept, otherwise seldom.
    ///
    /// - Returns: whether the thread must be woken.
    mutating func tick() -> Bool {
        isDeliveryLate = deliveringCount > 0 && (isDeliveryLate || deliveryCount == tickedDeliveryCount)
        tickedDeliveryCount = deliveryCount
        idleTurns += 1
        if hasCommitted || idleTurns >= SessionLimits.idleTurnsMax {
            (hasCommitted, idleTurns, isHouseDue) = (false, 0, true)
        }
        return (isHouseDue || mayCommit) && start()
    }

    /// Nothing more is taken. Tells once all that was taken is done.
    ///
    /// - Returns: whether the thread must be woken.
    mutating func stop(_ tell: @escaping @Sendable () -> Void) -> Bool {
        isStopped = true
        drains.append(tell)
        return start()
    }

    /// What waits goes first, but each tick brings one slice of housekeeping between two groups.
    ///
    /// - Parameter mayGoOn: the house isn't in order yet. Nobody waits for that.
    mutating func next(mayGoOn: Bool) -> Step {
        if !probes.isEmpty { return .tell(exchange(&probes, with: [])) }
        if isHouseDue {
            isHouseDue = false
            return .keepHouse
        }
        if mayCommit {
            hasCommitted = true
            return .commit(queue.takeGroup())
        }
        if !drains.isEmpty, queue.isEmpty { return .tell(exchange(&drains, with: [])) }
        if mayGoOn, !isStopped { return .keepHouse }
        isRunning = false
        return .rest
    }

    /// A few requests wait until what was committed before has left: each group costs a write to the disk, and a
    /// packet for each line that hears of it. Whoever can be served with them asks meanwhile.
    private var mayCommit: Bool {
        if queue.isEmpty { return false }
        return deliveringCount == 0 || isDeliveryLate || isStopped
            || queue.requestCount >= SessionLimits.promptGroupRequests
    }

    private mutating func start() -> Bool {
        defer { isRunning = true }
        return !isRunning
    }
}
