import Identity
import Synchronization

/// Every account's ``AppendBudget``, as long as it matters: one that is full again may be forgotten.
final class AppendBudgets: Sendable {
    private let budgets = Mutex<[IdentityKey: AppendBudget]>([:])
    private let full: TokenBucket
    private let countMax: Int

    init(_ limits: RelayLimits, countMax: Int = SessionLimits.budgetsMax) {
        let perSecond = limits.appendsPerSecond
        let (burst, overflow) = perSecond.multipliedReportingOverflow(by: SessionLimits.appendBurstSeconds)
        full = TokenBucket(perSecond: perSecond, burst: overflow ? .max : burst)
        self.countMax = countMax
    }

    func budget(of account: IdentityKey, at now: UInt64) -> AppendBudget {
        budgets.withLock { budgets in
            if let known = budgets[account] { return known }
            if budgets.count >= countMax { budgets = budgets.filter { !$0.value.isFull(at: now) } }
            // Whoever fills the table with budgets that aren't full has appended with each of those accounts.
            if budgets.count >= countMax, let any = budgets.keys.first { budgets[any] = nil }
            let new = AppendBudget(full)
            budgets[account] = new
            return new
        }
    }
}
