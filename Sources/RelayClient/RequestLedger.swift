package import RelayProtocol

/// Requests from when they are made until they are answered, over as many lines as that takes.
///
/// What may be said twice survives a lost line and is said again, in the order in which it was asked first: an append
/// and an item have names, so that the relay takes a repeat for what it is.
package struct RequestLedger: Sendable {
    package typealias ID = UInt64

    private struct Item: Sendable {
        let request: RelayRequest
        var isOnItsWay = false
    }

    private var items: [ID: Item] = [:]
    private var waiting: [ID] = []
    private let inFlightMax: Int

    package init(inFlightMax: Int = RelayClientLimits.requestsInFlightMax) { self.inFlightMax = inFlightMax }

    package var count: Int { items.count }
    package var isEmpty: Bool { items.isEmpty }

    /// Takes a request under a number greater than all before it.
    ///
    /// - Returns: `false` if there are too many already.
    package mutating func add(_ request: RelayRequest, as id: ID) -> Bool {
        guard items.count < RelayClientLimits.requestsWaitingMax else { return false }
        items[id] = Item(request: request)
        waiting.append(id)
        return true
    }

    /// It is to be asked once more, in its place before all that was asked later.
    package mutating func askAgain(_ id: ID) {
        guard items[id]?.isOnItsWay == true else { return }
        items[id]?.isOnItsWay = false
        waiting = ([id] + waiting).sorted()
    }

    /// What may leave now, the oldest first.
    package mutating func takeDue() -> [(id: ID, request: RelayRequest)] {
        let room = max(0, inFlightMax - (items.count - waiting.count))
        let due = waiting.prefix(room)
        waiting.removeFirst(due.count)
        return due.compactMap { id in
            guard let request = items[id]?.request else { return nil }
            items[id]?.isOnItsWay = true
            return (id, request)
        }
    }

    package mutating func settle(_ id: ID) {
        guard let item = items.removeValue(forKey: id) else { return }
        if !item.isOnItsWay { waiting.removeAll { $0 == id } }
    }

    /// The line is gone: what was on its way waits again.
    ///
    /// - Returns: what must not be said twice, and so will have no answer.
    package mutating func lineLost() -> [ID] {
        let onTheirWay = items.filter { $0.value.isOnItsWay }.keys.sorted()
        let dropped = onTheirWay.filter { items[$0]?.request.mayBeRepeated == false }
        for id in dropped { items[id] = nil }
        for id in onTheirWay { items[id]?.isOnItsWay = false }
        waiting = (onTheirWay.filter { items[$0] != nil } + waiting).sorted()
        return dropped
    }

    /// Nobody will ask any more.
    package mutating func close() -> [ID] {
        defer { (items, waiting) = ([:], []) }
        return items.keys.sorted()
    }
}

extension RelayRequest {
    /// Whether it does the same a second time: nothing, or what it did.
    var mayBeRepeated: Bool {
        switch self {
        case .claimKeyPackages, .whisper: false
        default: true
        }
    }
}
