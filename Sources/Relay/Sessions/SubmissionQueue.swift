import Identity

/// Submissions that wait for their commit. Each account's are committed in the order in which they came; where more
/// wait than are committed together, accounts take turns, so that nobody waits for what another has piled up.
struct SubmissionQueue<Work: QueuedWork>: Sendable {
    private(set) var byteCount = 0
    private(set) var requestCount = 0
    private var waiting: [Work] = []
    private var first = 0

    var isEmpty: Bool { first == waiting.count }

    /// Too much waits: whoever asks for more should wait for his answers first.
    var isBacklogged: Bool { byteCount > SessionLimits.backlogBytesMax }
    /// Whoever hasn't waited brought far too much: nothing more is taken.
    var isFull: Bool { byteCount > SessionLimits.waitingBytesMax }

    mutating func append(_ submission: Work) {
        waiting.append(submission)
        byteCount += submission.byteCount
        requestCount += submission.requestCount
    }

    /// Takes what is committed together: at least one submission, and no more after either bound is reached.
    mutating func takeGroup() -> [Work] {
        if requestCount > SessionLimits.groupRequestsMax || byteCount > SessionLimits.groupBytesMax { takeTurns() }
        var group: [Work] = []
        var (requests, bytes) = (0, 0)
        while first < waiting.count, requests < SessionLimits.groupRequestsMax, bytes < SessionLimits.groupBytesMax {
            let next = waiting[first]
            first += 1
            requests += next.requestCount
            bytes += next.byteCount
            group.append(next)
        }
        byteCount -= bytes
        requestCount -= requests
        if isEmpty {
            waiting.removeAll(keepingCapacity: waiting.count <= SessionLimits.groupRequestsMax)
            first = 0
        } else if first > waiting.count / 2 {
            waiting.removeFirst(first)
            first = 0
        }
        return group
    }

    /// Puts each account's first submission before any account's second, and so on: what came first goes first within
    /// each round. A line has a few submissions here at most, so this costs little for each group.
    private mutating func takeTurns() {
        var (turns, rounds) = ([IdentityKey: Int](), [[Work]]())
        for submission in waiting[first...] {
            let turn = turns[submission.account, default: 0]
            turns[submission.account] = turn + 1
            if turn == rounds.count { rounds.append([]) }
            rounds[turn].append(submission)
        }
        guard rounds.count > 1, turns.count > 1 else { return }
        waiting = Array(rounds.joined())
        first = 0
    }
}
