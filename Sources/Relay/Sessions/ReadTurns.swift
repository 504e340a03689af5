import RelayProtocol

/// What a line wants from the storage, one thing at a time: so that its answers wait for its peer to read, and nobody
/// else waits for them.
struct ReadTurns {
    enum Turn {
        case request(ReadRequest, RequestNumber, byteCount: Int)
        case follower(Follower)
    }

    private var requests: [(request: ReadRequest, number: RequestNumber, byteCount: Int)] = []
    private var firstRequest = 0
    private var behind: [Follower] = []
    private var firstBehind = 0

    var isEmpty: Bool { requests.isEmpty && behind.isEmpty }

    mutating func wants(_ request: ReadRequest, _ number: RequestNumber, byteCount: Int) {
        requests.append((request, number, byteCount))
    }

    mutating func isBehind(_ follower: Follower) { behind.append(follower) }

    /// Requests first; followers take turns.
    mutating func next() -> Turn? {
        if firstRequest < requests.count {
            let next = requests[firstRequest]
            firstRequest += 1
            if firstRequest == requests.count { (requests, firstRequest) = ([], 0) }
            return .request(next.request, next.number, byteCount: next.byteCount)
        }
        guard firstBehind < behind.count else { return nil }
        let next = behind[firstBehind]
        firstBehind += 1
        if firstBehind == behind.count {
            (behind, firstBehind) = ([], 0)
        } else if firstBehind > behind.count / 2 {
            behind.removeFirst(firstBehind)
            firstBehind = 0
        }
        return .follower(next)
    }
}
