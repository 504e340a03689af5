import NIOCore
import RelayProtocol

/// Requests that one line brought at one time, on their way to the core.
struct Submission: Sendable {
    struct Item: Sendable {
        let number: RequestNumber
        let request: CoreRequest
        /// What its line counts for it.
        let byteCount: Int
    }

    let loop: LoopNumber
    let session: NIOLoopBound<RelaySession>
    let items: [Item]
    let byteCount: Int

    init(_ items: [Item], session: NIOLoopBound<RelaySession>, loop: LoopNumber) {
        self.items = items
        self.session = session
        self.loop = loop
        byteCount = items.reduce(0) { $0 + $1.byteCount }
    }
}
