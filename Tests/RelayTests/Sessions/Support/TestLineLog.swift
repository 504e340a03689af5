import RelayProtocol
import Synchronization

/// What a line has heard, for whoever waits for it.
final class TestLineLog: Sendable {
    private struct State: Sendable {
        var heard = TestLine.Heard()
        var lastNumber: UInt32 = 0
        var waiting: [Waiting] = []
    }

    private struct Waiting: Sendable {
        let isMet: @Sendable (TestLine.Heard) -> Bool
        let continuation: CheckedContinuation<TestLine.Heard, Never>
    }

    private let state = Mutex(State())

    var heard: TestLine.Heard { state.withLock { $0.heard } }

    func nextNumber() -> RequestNumber {
        state.withLock { state in
            state.lastNumber += 1
            return RequestNumber(state.lastNumber)
        }
    }

    func when(_ isMet: @escaping @Sendable (TestLine.Heard) -> Bool) async -> TestLine.Heard {
        await withCheckedContinuation { continuation in
            let met = state.withLock { state -> TestLine.Heard? in
                if isMet(state.heard) { return state.heard }
                state.waiting.append(Waiting(isMet: isMet, continuation: continuation))
                return nil
            }
            if let met { continuation.resume(returning: met) }
        }
    }

    func change(_ change: (inout TestLine.Heard) -> Void) {
        let (met, heard) = state.withLock { state -> ([Waiting], TestLine.Heard) in
            change(&state.heard)
            let heard = state.heard
            let met = state.waiting.filter { $0.isMet(heard) }
            if !met.isEmpty { state.waiting.removeAll { $0.isMet(heard) } }
            return (met, heard)
        }
        for one in met { one.continuation.resume(returning: heard) }
    }
}
