import Dispatch
import Synchronization

/// What a running relay is told by signals: SIGTERM and Ctrl-C to stop, SIGHUP to read its files again.
final class ServerSignals: Sendable {
    enum Event: Sendable {
        case stop
        case reload
    }

    private static let waitingEventsMax = 16

    /// Each as it comes; of several of one kind close together perhaps one. Ends behind the first ``Event/stop``.
    let events: AsyncStream<Event>

    private let continuation: AsyncStream<Event>.Continuation
    private let onSecondStop: @Sendable () -> Void
    private let isStopping = Atomic<Bool>(false)
    private let watches = Mutex<[SignalWatch]>([])

    /// - Parameter onSecondStop: somebody doesn't want to wait for the end that the first one began.
    init(onSecondStop: @escaping @Sendable () -> Void) {
        self.onSecondStop = onSecondStop
        (events, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.waitingEventsMax))
        let queue = DispatchQueue(label: "sotto.signals")
        watches.withLock { watches in
            watches = [
                SignalWatch(.interrupt, on: queue) { [weak self] in self?.stop() },
                SignalWatch(.terminate, on: queue) { [weak self] in self?.stop() },
                SignalWatch(.hangUp, on: queue) { [continuation] in continuation.yield(.reload) },
            ]
        }
    }

    private func stop() {
        let wasStopping = isStopping.exchange(true, ordering: .relaxed)
        if wasStopping { return onSecondStop() }
        continuation.yield(.stop)
        continuation.finish()
    }
}
