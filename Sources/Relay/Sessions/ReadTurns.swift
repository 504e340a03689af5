import RelayProtocol

/// What a line wants from the storage, one thing at a time: so that its answers wait for its peer to read, and nobody
/// else waits for them. A log has one place however often it is followed anew.
struct ReadTurns {
    enum Turn {
        case request(ReadRequest, RequestNumber, byteCount: Int)
        case follower(Follower)
    }

    private var requests = ArrayQueue<(request: ReadRequest, number: RequestNumber, byteCount: Int)>()
    private var behind: [LogName: Follower] = [:]
    /// Of those, in the order of their turns.
    private var logs = ArrayQueue<LogName>()
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
        guard let next = requests.takeFirst() else { return nil }
        return .request(next.request, next.number, byteCount: next.byteCount)
    }

    private mutating func nextFollower() -> Turn? {
        guard let log = logs.takeFirst(), let next = behind.removeValue(forKey: log) else { return nil }
        return .follower(next)
    }
}
