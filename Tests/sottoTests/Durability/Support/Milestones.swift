import Synchronization

/// Counts what several do, for somebody who waits until there is enough of it.
final class Milestones: Sendable {
    private struct State: Sendable {
        var count = 0
        var waiting: (count: Int, continuation: CheckedContinuation<Void, Never>)?
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.count } }

    func add() {
        state.withLock { state in
            state.count += 1
            guard let waiting = state.waiting, state.count >= waiting.count else { return }
            state.waiting = nil
            waiting.continuation.resume()
        }
    }

    /// For one waiter at a time.
    func reach(_ count: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.count >= count { return continuation.resume() }
                state.waiting = (count, continuation)
            }
        }
    }
}
