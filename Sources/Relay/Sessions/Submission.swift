import Identity
import NIOCore
import RelayProtocol

/// Requests that one line brought at one time, on their way to the core: no more than a line has in flight,
/// ``SessionLimits/requestsInFlightMax``.
struct Submission: QueuedWork {
    struct Item: Sendable {
        let number: RequestNumber
        let request: CoreRequest
        /// What its line counts for it.
        let byteCount: Int
    }

    let account: IdentityKey
    let loop: LoopNumber
    let session: NIOLoopBound<RelaySession>
    let items: [Item]
    let byteCount: Int

    var requestCount: Int { items.count }

    init(_ items: [Item], of account: IdentityKey, session: NIOLoopBound<RelaySession>, loop: LoopNumber) {
        self.items = items
        self.account = account
        self.session = session
        self.loop = loop
        byteCount = items.reduce(0) { $0 + $1.byteCount }
    }
}
