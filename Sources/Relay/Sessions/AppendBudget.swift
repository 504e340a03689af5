import Synchronization

/// What one account may append, over all its lines.
final class AppendBudget: Sendable {
    private let bucket: Mutex<TokenBucket>

    init(_ bucket: TokenBucket) { self.bucket = Mutex(bucket) }

    /// - Returns: nothing if one more may be appended; else the seconds after which one may.
    func take(at now: UInt64) -> UInt64? { bucket.withLock { $0.take(at: now) } }

    func isFull(at now: UInt64) -> Bool { bucket.withLock { $0.isFull(at: now) } }
}
