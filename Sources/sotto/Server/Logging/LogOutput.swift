import Logging
import Synchronization

/// Log lines on their way to standard error, in order and off the threads that serve connections: nobody waits for a
/// standard error that has stopped.
final class LogOutput: Sendable {
    let format: LogFormat
    private let queue = ConsoleQueue(label: "sotto.log")
    private let waitingCount = Atomic<Int>(0)
    private let droppedCount = Atomic<Int>(0)
    private let waitingMax: Int
    private let write: @Sendable (String) -> Void

    init(
        format: LogFormat, waitingMax: Int = ServerLimits.waitingLogLinesMax,
        write: @escaping @Sendable (String) -> Void = StandardError.tell
    ) {
        self.format = format
        self.waitingMax = waitingMax
        self.write = write
    }

    func take(_ line: String) {
        guard waitingCount.add(1, ordering: .relaxed).newValue <= waitingMax else {
            waitingCount.subtract(1, ordering: .relaxed)
            droppedCount.add(1, ordering: .relaxed)
            return
        }
        queue.add { [self] in
            write(line)
            waitingCount.subtract(1, ordering: .relaxed)
            tellDropped()
        }
    }

    /// Returns when all is out, or nobody takes it.
    func finish() { queue.finish(hurried: true) {} }

    private func tellDropped() {
        let count = droppedCount.exchange(0, ordering: .relaxed)
        guard count > 0 else { return }
        write(format.line(at: .now, .warning, "log lines were dropped", ["count": "\(count)"]))
    }
}
