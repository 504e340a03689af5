import RelayProtocol
import Synchronization

/// What a line has heard, for whoever waits for it.
final class TestLineLog: Sendable {
    /// Looks at what is heard by now. Where that is enough for whoever waits, it returns what wakes it.
    private typealias Waiting = @Sendable (TestLine.Heard) -> (@Sendable () -> Void)?

    private struct State: Sendable {
        var heard = TestLine.Heard()
        var lastNumber: UInt32 = 0
        var waiting: [Waiting] = []
    }

    private let state = Mutex(State())

    var heard: TestLine.Heard { state.withLock { $0.heard } }

    func nextNumber() -> RequestNumber {
        state.withLock { state in
            state.lastNumber += 1
            return RequestNumber(state.lastNumber)
        }
    }

    /// - Parameter wanted: what to wait for, once it is there. Whoever waits keeps that alone: all that was heard, held
    ///   on to, would be copied at the next message.
    func when<Value: Sendable>(_ wanted: @escaping @Sendable (TestLine.Heard) -> Value?) async -> Value {
        await withCheckedContinuation { (continuation: CheckedContinuation<Value, Never>) in
            let value = state.withLock { state -> Value? in
                if let value = wanted(state.heard) { return value }
                state.waiting.append { heard in
                    guard let value = wanted(heard) else { return nil }
                    return { continuation.resume(returning: value) }
                }
                return nil
            }
            if let value { continuation.resume(returning: value) }
        }
    }

    func change(_ change: (inout TestLine.Heard) -> Void) {
        let wakes = state.withLock { state -> [@Sendable () -> Void] in
            change(&state.heard)
            var (wakes, waiting): ([@Sendable () -> Void], [Waiting]) = ([], [])
            for one in state.waiting {
                if let wake = one(state.heard) { wakes.append(wake) } else { waiting.append(one) }
            }
            state.waiting = waiting
            return wakes
        }
        for wake in wakes { wake() }
    }
}
