import Identity

/// Submissions that wait for their commit. Each account's are committed in the order in which they came, and accounts
/// take turns, so that nobody waits for what another has piled up.
struct SubmissionQueue<Work: QueuedWork>: Sendable {
    private struct Waiting: Sendable {
        var works = ArrayQueue<Work>()
        var byteCount = 0
    }

    private(set) var byteCount = 0
    private(set) var requestCount = 0
    private var waiting: [IdentityKey: Waiting] = [:]
    /// Each account that waits, once: the first has the next turn.
    private var turns = ArrayQueue<IdentityKey>()

    var isEmpty: Bool { turns.isEmpty }

    /// Too much waits, or too much of this account: whoever asks for more should wait for his answers first.
    func isBacklogged(for account: IdentityKey) -> Bool {
        byteCount > SessionLimits.backlogBytesMax
            || waiting[account]?.byteCount ?? 0 > SessionLimits.accountBacklogBytesMax
    }

    /// Whoever hasn't waited brought far too much: nothing more is taken of this account.
    func isFull(for account: IdentityKey) -> Bool {
        byteCount > SessionLimits.waitingBytesMax
            || waiting[account]?.byteCount ?? 0 > SessionLimits.accountWaitingBytesMax
    }

    mutating func append(_ submission: Work) {
        byteCount += submission.byteCount
        requestCount += submission.requestCount
        if waiting[submission.account] == nil { turns.append(submission.account) }
        waiting[submission.account, default: Waiting()].works.append(submission)
        waiting[submission.account]?.byteCount += submission.byteCount
    }

    /// Takes what is committed together: at least one submission, and no more after either bound is reached.
    mutating func takeGroup() -> [Work] {
        var group: [Work] = []
        var (requests, bytes) = (0, 0)
        while requests < SessionLimits.groupRequestsMax, bytes < SessionLimits.groupBytesMax, let next = takeNext() {
            requests += next.requestCount
            bytes += next.byteCount
            group.append(next)
        }
        byteCount -= bytes
        requestCount -= requests
        return group
    }

    /// Takes the next alone.
    mutating func takeOne() -> Work? {
        guard let next = takeNext() else { return nil }
        byteCount -= next.byteCount
        requestCount -= next.requestCount
        return next
    }

    /// The first submission of the account whose turn it is; its next turn comes after all others'.
    private mutating func takeNext() -> Work? {
        guard let account = turns.takeFirst(), let next = waiting[account]?.works.takeFirst() else { return nil }
        waiting[account]?.byteCount -= next.byteCount
        if waiting[account]?.works.isEmpty == true { waiting[account] = nil } else { turns.append(account) }
        return next
    }
}
