import Dispatch
import Synchronization

/// Holds reads back for a moment, so that none runs while the write-ahead log begins anew.
final class ReadGate: Sendable {
    private struct State {
        var runningCount = 0
        var isClosed = false
        var waitingCount = 0
    }

    private let waitMilliseconds: Int
    private let state = Mutex(State())
    /// One for each that waits, and those of some that have given up: whoever is woken looks again.
    private let opened = DispatchSemaphore(value: 0)

    /// - Parameter waitMilliseconds: how long a read waits at most.
    init(waitMilliseconds: Int = StoreLimits.readWaitMilliseconds) { self.waitMilliseconds = waitMilliseconds }

    /// Waits while the gate is closed, but not for good: whoever closed it has forgotten it then, and it opens.
    func enter() {
        let deadline = DispatchTime.now() + .milliseconds(waitMilliseconds)
        while !enterIfOpen() {
            if opened.wait(timeout: deadline) == .timedOut { open() }
        }
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

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

    func open() {
        let waitingCount = state.withLock { state in
            state.isClosed = false
            defer { state.waitingCount = 0 }
            return state.waitingCount
        }
        for _ in 0..<waitingCount { opened.signal() }
    }

    private func enterIfOpen() -> Bool {
        state.withLock { state in
            if state.isClosed { state.waitingCount += 1 } else { state.runningCount += 1 }
            return !state.isClosed
        }
    }
}
