import Identity
import Synchronization

/// How many lines each account has, of all event loops. An account without any is forgotten.
final class AccountLines: Sendable {
    private let counts = Mutex<[IdentityKey: Int]>([:])

    /// - Returns: whether it may have one more, which then counts until ``leave(_:)``.
    func enter(_ account: IdentityKey) -> Bool {
        counts.withLock { counts in
            let count = counts[account, default: 0]
            guard count < SessionLimits.linesPerAccountMax else { return false }
            counts[account] = count + 1
            return true
        }
    }

    func leave(_ account: IdentityKey) {
        counts.withLock { counts in
            guard let count = counts[account] else { return }
            counts[account] = count > 1 ? count - 1 : nil
        }
    }
}
