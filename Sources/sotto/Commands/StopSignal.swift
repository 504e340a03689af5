import Dispatch

/// The end of a run: Ctrl-C, a polite kill, a terminal that went away, or the program's own wish.
final class StopSignal: Sendable {
    private let fired: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let watches: [SignalWatch]

    init() {
        let (fired, continuation) = AsyncStream.makeStream(of: Void.self)
        self.fired = fired
        self.continuation = continuation
        let queue = DispatchQueue(label: "sotto.signals")
        watches = [SignalWatch.Kind.interrupt, .terminate, .hangUp].map { kind in
            SignalWatch(kind, on: queue) { continuation.yield() }
        }
    }

    func fire() { continuation.yield() }

    func wait() async {
        for await _ in fired { return }
    }
}
