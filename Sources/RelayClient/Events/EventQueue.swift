import NIOCore
import Synchronization

/// Events between the event loop and the one task that reads them. Says when enough of them wait, and when few do.
final class EventQueue: Sendable {
    private struct State {
        var events = CircularBuffer<RelayClientEvent>()
        var byteCount = 0
        var isFull = false
        var isFinished = false
        var onDrained: @Sendable () -> Void = {}
        var reader: CheckedContinuation<RelayClientEvent?, Never>?
    }

    private let state = Mutex(State())

    /// `body` is called, on any thread, when few events are left of those that were too many.
    func whenDrained(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.onDrained = body } }

    /// - Returns: whether there is room for more. Without it an event is taken all the same: who pushes ceases soon.
    func push(_ event: RelayClientEvent) -> Bool {
        let (reader, hasRoom) = state.withLock { state -> (CheckedContinuation<RelayClientEvent?, Never>?, Bool) in
            if state.isFinished { return (nil, true) }
            if let reader = state.reader.take() { return (reader, true) }
            if event.replacesItsLike, state.events.last?.replacesItsLike ?? false { _ = state.events.popLast() }
            state.events.append(event)
            state.byteCount += event.byteCount
            if state.events.count >= RelayClientLimits.eventsHigh
                || state.byteCount >= RelayClientLimits.eventBytesHigh
            {
                state.isFull = true
            }
            return (nil, !state.isFull)
        }
        reader?.resume(returning: event)
        return hasRoom
    }

    /// What waits is still read.
    func finish() {
        let reader = state.withLock { state in
            state.isFinished = true
            return state.reader.take()
        }
        reader?.resume(returning: nil)
    }

    /// Nothing at the end, or where the task is cancelled.
    func next() async -> RelayClientEvent? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0) }
        } onCancel: {
            state.withLock { $0.reader.take() }?.resume(returning: nil)
        }
    }

    private func wait(_ reader: CheckedContinuation<RelayClientEvent?, Never>) {
        let (event, isOver, onDrained) = state.withLock { state -> (RelayClientEvent?, Bool, (@Sendable () -> Void)?) in
            guard let event = state.events.popFirst() else {
                let isOver = state.isFinished || Task.isCancelled || state.reader != nil
                if !isOver { state.reader = reader }
                return (nil, isOver, nil)
            }
            state.byteCount -= event.byteCount
            let hasDrained =
                state.isFull && state.events.count <= RelayClientLimits.eventsLow
                && state.byteCount <= RelayClientLimits.eventBytesLow
            if hasDrained { state.isFull = false }
            return (event, false, hasDrained ? state.onDrained : nil)
        }
        if let event { reader.resume(returning: event) } else if isOver { reader.resume(returning: nil) }
        onDrained?()
    }
}
