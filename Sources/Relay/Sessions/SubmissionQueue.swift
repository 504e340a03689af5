/// Submissions that wait for their commit, in the order in which they came.
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
}
