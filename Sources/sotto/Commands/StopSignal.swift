import Dispatch
import Synchronization

/// The end of a run: Ctrl-C, a polite kill, a terminal that went away, or the program's own wish.
final class StopSignal: Sendable {
    private let fired: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let watches: Mutex<[SignalWatch]> = Mutex([])
    private let flag = Atomic<Bool>(false)

    init() {
        (fired, continuation) = AsyncStream.makeStream(of: Void.self)
        let queue = DispatchQueue(label: "sotto.signals")
        let kinds: [SignalWatch.Kind] = [.interrupt, .terminate, .hangUp]
        watches.withLock { watches in
            watches = kinds.map { kind in SignalWatch(kind, on: queue) { [weak self] in self?.fire() } }
        }
    }

    var hasFired: Bool { flag.load(ordering: .relaxed) }

    func fire() {
        flag.store(true, ordering: .relaxed)
        continuation.yield()
    }

    func wait() async {
        for await _ in fired { return }
    }
}
