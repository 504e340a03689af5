/// What waits for the committer's thread, and what it does next. Decides; the committer acts.
struct CommitterState: Sendable {
    enum Work: Sendable {
        case commit([Submission])
        /// One slice of what is due.
        case keepHouse
        /// Tells who waits for it that the thread has come to this.
        case tell([@Sendable () -> Void])
        /// Nothing: whoever brings something must wake it.
        case rest
    }

    private var queue = SubmissionQueue()
    private var isRunning = false
    private(set) var isStopped = false
    private var isHouseDue = false
    /// Something was committed since housekeeping was due last.
    private var hasCommitted = false
    private var idleTurns = 0
    private var probes: [@Sendable () -> Void] = []
    private var drains: [@Sendable () -> Void] = []

    var requestCount: Int { queue.requestCount }
    var isBacklogged: Bool { queue.isBacklogged }

    /// - Returns: whether the thread must be woken.
    mutating func take(_ submission: Submission) -> Bool {
        queue.append(submission)
        return start()
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
        idleTurns += 1
        guard hasCommitted || idleTurns >= SessionLimits.idleTurnsMax else { return false }
        (hasCommitted, idleTurns, isHouseDue) = (false, 0, true)
        return start()
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
    mutating func next(mayGoOn: Bool) -> Work {
        if !probes.isEmpty { return .tell(exchange(&probes, with: [])) }
        if isHouseDue {
            isHouseDue = false
            return .keepHouse
        }
        if !queue.isEmpty {
            hasCommitted = true
            return .commit(queue.takeGroup())
        }
        if !drains.isEmpty { return .tell(exchange(&drains, with: [])) }
        if mayGoOn, !isStopped { return .keepHouse }
        isRunning = false
        return .rest
    }

    private mutating func start() -> Bool {
        defer { isRunning = true }
        return !isRunning
    }
}
