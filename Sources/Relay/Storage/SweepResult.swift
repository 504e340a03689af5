/// What a slice of sweeping took.
package struct SweepResult: Hashable, Sendable {
    package var rows: Int
    package var bytes: Int
    /// Logs that lost a body, by the account that had stored it: their shares grow again.
    package var logs: Set<LogRow>
    /// There may be more of the same.
    package var isUnfinished: Bool

    package init(rows: Int = 0, bytes: Int = 0, logs: Set<LogRow> = [], isUnfinished: Bool = false) {
        self.rows = rows
        self.bytes = bytes
        self.logs = logs
        self.isUnfinished = isUnfinished
    }
}
