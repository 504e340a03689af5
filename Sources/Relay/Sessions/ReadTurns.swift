import RelayProtocol

/// What a line wants from the storage, one thing at a time: so that its answers wait for its peer to read, and nobody
/// else waits for them. A log has one place however often it is followed anew.
struct ReadTurns {
    enum Turn {
        case request(ReadRequest, RequestNumber, byteCount: Int)
        case follower(Follower)
    }

    private var requests: [(request: ReadRequest, number: RequestNumber, byteCount: Int)] = []
    private var firstRequest = 0
    private var behind: [LogName: Follower] = [:]
    private var logs: [LogName] = []
    private var firstLog = 0
    private var isFollowersTurn = false

    var isEmpty: Bool { requests.isEmpty && behind.isEmpty }

    mutating func wants(_ request: ReadRequest, _ number: RequestNumber, byteCount: Int) {
        requests.append((request, number, byteCount))
    }

    /// Takes the place of another follower of its log, if one waits.
    mutating func isBehind(_ follower: Follower) {
        if behind.updateValue(follower, forKey: follower.log) == nil { logs.append(follower.log) }
    }

    /// Requests and followers alternate while both wait; followers take turns.
    mutating func next() -> Turn? {
        isFollowersTurn.toggle()
        return isFollowersTurn ? nextFollower() ?? nextRequest() : nextRequest() ?? nextFollower()
    }

    private mutating func nextRequest() -> Turn? {
        guard firstRequest < requests.count else { return nil }
        let next = requests[firstRequest]
        firstRequest += 1
        if firstRequest == requests.count { (requests, firstRequest) = ([], 0) }
        return .request(next.request, next.number, byteCount: next.byteCount)
    }

    private mutating func nextFollower() -> Turn? {
        guard firstLog < logs.count, let next = behind.removeValue(forKey: logs[firstLog]) else { return nil }
        firstLog += 1
        if firstLog == logs.count {
            (logs, firstLog) = ([], 0)
        } else if firstLog > logs.count / 2 {
            logs.removeFirst(firstLog)
            firstLog = 0
        }
        return .follower(next)
    }
}
