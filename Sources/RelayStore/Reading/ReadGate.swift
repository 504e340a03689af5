import Dispatch
import Synchronization

/// Holds reads back for a moment, so that none runs while the write-ahead log begins anew.
final class ReadGate: Sendable {
    private struct State {
        var runningCount = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Nobody signals it.
    private let never = DispatchSemaphore(value: 0)

    /// Waits while the gate is closed, but never longer than ``StoreLimits/readWaitMilliseconds``: whoever closed it has
    /// forgotten it then, and it opens.
    func enter() {
        for _ in 0..<StoreLimits.readWaitMilliseconds {
            if enterIfOpen() { return }
            _ = never.wait(timeout: .now() + .milliseconds(1))
        }
        state.withLock { $0 = State(runningCount: $0.runningCount + 1) }
    }

    func leave() { state.withLock { $0.runningCount -= 1 } }

    /// Nobody enters from now on.
    ///
    /// - Returns: whether nobody is inside.
    func close() -> Bool {
        state.withLock { state in
            state.isClosed = true
            return state.runningCount == 0
        }
    }

    func open() { state.withLock { $0.isClosed = false } }

    private func enterIfOpen() -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.runningCount += 1
            return true
        }
    }
}
