import Synchronization

/// How many rows the connection had changed when it erased last.
final class ErasedChanges: Sendable {
    private let count = Mutex(0)

    /// - Returns: whether the connection has changed something since.
    func isBehind(_ changes: Int) -> Bool { count.withLock { $0 != changes } }

    func note(_ changes: Int) { count.withLock { $0 = changes } }

    /// Something is there to be erased whatever this connection does: a killed process has left it.
    func forget() { count.withLock { $0 = -1 } }
}
