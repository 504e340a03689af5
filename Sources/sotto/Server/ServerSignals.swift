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
    private let now: @Sendable () -> UInt64
    private let stoppedAt = Mutex<UInt64?>(nil)
    private let watches = Mutex<[SignalWatch]>([])

    /// - Parameters:
    ///   - now: microseconds of a clock that nobody sets.
    ///   - onSecondStop: somebody doesn't want to wait for the end that the first one began.
    init(
        now: @escaping @Sendable () -> UInt64 = { SystemClock.monotonicMicroseconds },
        onSecondStop: @escaping @Sendable () -> Void
    ) {
        self.now = now
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

    /// As when a signal to stop has come.
    func stop() {
        let now = now()
        let first = stoppedAt.withLock { stoppedAt in
            defer { stoppedAt = stoppedAt ?? now }
            return stoppedAt
        }
        guard let first else {
            continuation.yield(.stop)
            return continuation.finish()
        }
        if now >= first, now - first >= Self.secondStopMicrosecondsMin { onSecondStop() }
    }

    private static let secondStopMicrosecondsMin = UInt64(ServerLimits.secondStopMillisecondsMin) * 1_000
}
