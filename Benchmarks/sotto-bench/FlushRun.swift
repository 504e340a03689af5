import NIOCore

/// Sends a flush, waits until all of it has arrived, sends the next.
///
/// Both ends live on one event loop, so every contender makes the same system calls in the same order: what differs is
/// what is measured. Everything but `contender` belongs to the loop's thread.
final class FlushRun: @unchecked Sendable {
    let shape: FlushShape
    private let loop: any EventLoop
    private var flushesLeft = 0
    private var done: EventLoopPromise<Void>?
    /// Sends one flush.
    var send: () -> Void = {}

    init(shape: FlushShape, loop: any EventLoop) {
        self.shape = shape
        self.loop = loop
    }

    func flushArrived() {
        flushesLeft -= 1
        if flushesLeft > 0 { return send() }
        done?.succeed()
        done = nil
    }

    func contender() -> Contender {
        Contender(operationCount: shape.messageCount) {
            let start = CPUTime.nanoseconds
            try await self.start().get()
            return CPUTime.nanoseconds - start
        }
    }

    private func start() -> EventLoopFuture<Void> {
        loop.flatSubmit {
            let done = self.loop.makePromise(of: Void.self)
            self.done = done
            self.flushesLeft = self.shape.flushCount
            self.send()
            return done.futureResult
        }
    }
}
