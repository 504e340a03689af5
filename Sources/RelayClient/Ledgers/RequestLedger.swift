/// Requests from when they are made until they are answered, over as many lines as that takes.
///
/// What may be said twice survives a lost line and is said again, in the order in which it was asked first: an append
/// and an item have names, so that the relay takes a repeat for what it is.
package struct RequestLedger: Sendable {
    /// In the order of asking.
    package typealias ID = UInt64

    private enum State { case waiting, onItsWay, resting }

    private struct Item: Sendable {
        let request: ClientRequest
        let isPersistent: Bool
        let byteCount: Int
        var state = State.waiting
    }

    private var items: [ID: Item] = [:]
    /// In order.
    private var waiting: [ID] = []
    private var onTheirWayCount = 0
    private var restingCount = 0
    private var byteCount = 0
    private var lastID: ID = 0

    package init() {}

    package var isEmpty: Bool { items.isEmpty }

    /// Whether somebody expects an answer.
    package var isWaitingForAnswers: Bool { onTheirWayCount > 0 }

    package func isPersistent(_ id: ID) -> Bool { items[id]?.isPersistent ?? false }

    /// Nothing if there are too many already, or too many bytes in them.
    package mutating func add(_ request: ClientRequest, persistently: Bool = false) -> ID? {
        let size = request.byteCount
        guard items.count < RelayClientLimits.requestsMax,
            byteCount == 0 || byteCount + size <= RelayClientLimits.requestBytesMax
        else { return nil }
        lastID += 1
        items[lastID] = Item(request: request, isPersistent: persistently, byteCount: size)
        waiting.append(lastID)
        byteCount += size
        return lastID
    }

    /// What may leave now, the oldest first: at least one, where one may, whatever its size.
    package mutating func takeDue(
        inFlightMax: Int = RelayClientLimits.requestsInFlightMax,
        byteCountMax: Int = RelayClientLimits.requestBytesAtOnce
    ) -> [(id: ID, request: ClientRequest)] {
        var due: [(id: ID, request: ClientRequest)] = []
        var size = 0
        var passed = 0
        var kept: [ID] = []
        for id in waiting {
            guard onTheirWayCount + due.count < inFlightMax, let item = items[id] else { break }
            // What is asked persistently keeps its order: nothing of it overtakes what rests.
            if item.isPersistent, restingCount > 0 {
                kept.append(id)
            } else {
                guard due.isEmpty || size + item.byteCount <= byteCountMax else { break }
                size += item.byteCount
                due.append((id, item.request))
            }
            passed += 1
        }
        waiting.replaceSubrange(..<passed, with: kept)
        for one in due { items[one.id]?.state = .onItsWay }
        onTheirWayCount += due.count
        return due
    }

    /// It was refused for a while: it rests until ``wake()``.
    package mutating func rest(_ id: ID) { move(id, to: .resting) }

    /// What rests is asked again.
    package mutating func wake() {
        guard restingCount > 0 else { return }
        let resting = items.filter { $0.value.state == .resting }.keys
        for id in resting { items[id]?.state = .waiting }
        restingCount = 0
        waiting = (resting + waiting).sorted()
    }

    /// It was refused on this line alone, and is asked again on another.
    package mutating func putBack(_ id: ID) {
        move(id, to: .waiting)
        if items[id] != nil { waiting = ([id] + waiting).sorted() }
    }

    /// It has its answer, or nobody wants one any more.
    package mutating func settle(_ id: ID) {
        guard let item = items.removeValue(forKey: id) else { return }
        byteCount -= item.byteCount
        leave(item.state, id)
    }

    /// Nobody waits for its answer any more. What changes what this client follows is asked all the same, for it has
    /// changed that already.
    package mutating func giveUp(_ id: ID) {
        if case .plain? = items[id]?.request { settle(id) }
    }

    /// The line is gone: what was on its way waits again.
    ///
    /// - Returns: what must not be said twice, and so will have no answer.
    package mutating func lineLost() -> [ID] {
        let onTheirWay = items.filter { $0.value.state == .onItsWay }
        for id in onTheirWay.keys { items[id]?.state = .waiting }
        onTheirWayCount = 0
        waiting = (onTheirWay.keys + waiting).sorted()
        let dropped = onTheirWay.filter { !$0.value.request.mayBeRepeated }.keys.sorted()
        for id in dropped { settle(id) }
        return dropped
    }

    /// Logs about which the relay will be asked in any case.
    package var followsAsked: Set<FollowedLog> {
        Set(
            items.values.compactMap { item in
                if case .follow(let log) = item.request { log } else { nil }
            })
    }

    /// Nobody will ask any more.
    package mutating func close() -> [ID] {
        let left = items.keys.sorted()
        for id in left { settle(id) }
        return left
    }

    private mutating func move(_ id: ID, to state: State) {
        guard let item = items[id], item.state == .onItsWay else { return }
        onTheirWayCount -= 1
        if state == .resting { restingCount += 1 }
        items[id]?.state = state
    }

    private mutating func leave(_ state: State, _ id: ID) {
        switch state {
        case .onItsWay: onTheirWayCount -= 1
        case .resting: restingCount -= 1
        case .waiting: waiting.removeAll { $0 == id }
        }
    }
}
