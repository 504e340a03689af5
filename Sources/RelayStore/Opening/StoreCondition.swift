/// How a store was found when it was opened.
package enum StoreCondition: Hashable, Sendable {
    /// New, or stopped as it should be.
    case clean
    /// It wasn't stopped as it should be. The file has been checked, and is whole.
    case recovered
    /// It wasn't stopped as it should be, and the check found so many faults. What can be read is served; the rest is
    /// said to be damaged.
    case damaged(findings: Int)
}
