import Dispatch
import Synchronization

/// What a console does, in order, on a queue of its own: nobody who has something to show waits for the terminal.
final class ConsoleQueue: Sendable {
    let queue: DispatchQueue
    private let waitingTells = Atomic<Int>(0)
    private let doneCount = Atomic<Int>(0)

    init(label: String) { queue = DispatchQueue(label: label) }

    func add(_ work: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            work()
            doneCount.add(1, ordering: .relaxed)
        }
    }

    /// Drops `work` where too much of its kind waits.
    func addOptional(_ work: @escaping @Sendable () -> Void) {
        guard waitingTells.add(1, ordering: .relaxed).newValue <= ConsoleLimits.waitingTellsMax else {
            waitingTells.subtract(1, ordering: .relaxed)
            return
        }
        add { [self] in
            waitingTells.subtract(1, ordering: .relaxed)
            work()
        }
    }

    /// Does `last` behind everything else, and returns when that is done.
    ///
    /// - Parameter hurried: returns as well once nothing has moved for a while: who reads our output has stopped.
    func finish(hurried: Bool, _ last: @escaping @Sendable () -> Void) {
        let isDone = DispatchSemaphore(value: 0)
        add {
            last()
            isDone.signal()
        }
        guard hurried else { return isDone.wait() }
        var doneBefore = -1
        while isDone.wait(timeout: .now() + .seconds(ConsoleLimits.finishSeconds)) == .timedOut {
            let done = doneCount.load(ordering: .relaxed)
            if done == doneBefore { return }
            doneBefore = done
        }
    }
}
