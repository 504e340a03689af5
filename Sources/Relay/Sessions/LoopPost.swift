import NIOCore

/// Reaches one event loop of the relay from anywhere.
struct LoopPost: Sendable {
    let eventLoop: any EventLoop
    private let loop: NIOLoopBound<RelayLoop>

    /// To be called on the loop.
    init(_ loop: RelayLoop) {
        eventLoop = loop.eventLoop
        self.loop = NIOLoopBound(loop, eventLoop: loop.eventLoop)
    }

    /// The loop itself, for who is on it.
    var here: RelayLoop { loop.value }

    func send(_ work: @escaping @Sendable (RelayLoop) -> Void) {
        eventLoop.execute { work(loop.value) }
    }
}
