import Identity

/// Submissions that wait for their commit. Each account's are committed in the order in which they came; where more
/// wait than are committed together, accounts take turns, so that nobody waits for what another has piled up.
struct SubmissionQueue: Sendable {
    private(set) var byteCount = 0
    private(set) var requestCount = 0
    private var waiting: [Submission] = []
    private var first = 0

    var isEmpty: Bool { first == waiting.count }

    /// Too much waits: whoever asks for more should wait for his answers first.
    var isBacklogged: Bool { byteCount > SessionLimits.backlogBytesMax }

    mutating func append(_ submission: Submission) {
        waiting.append(submission)
        byteCount += submission.byteCount
        requestCount += submission.items.count
    }

    /// Takes what is committed together: at least one submission, and no more after either bound is reached.
    mutating func takeGroup() -> [Submission] {
        if requestCount > SessionLimits.groupRequestsMax || byteCount > SessionLimits.groupBytesMax { takeTurns() }
        var group: [Submission] = []
        var (requests, bytes) = (0, 0)
        while first < waiting.count, requests < SessionLimits.groupRequestsMax, bytes < SessionLimits.groupBytesMax {
            let next = waiting[first]
            first += 1
            requests += next.items.count
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
        var (turns, rounds) = ([IdentityKey: Int](), [[Submission]]())
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
