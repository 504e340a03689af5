package import RelayProtocol

/// A log as a whole.
package struct LogRecord: Hashable, Sendable {
    package let row: LogRow
    /// The last entry; 0 of a log that has none yet.
    package var last: EntryNumber
    /// What the log is up to the last entry.
    package var head: LogHead
    /// The last entry of which not even the hash is left; 0 if all are there.
    package var trimmed: EntryNumber
    /// What the log was up to that one.
    package var trimmedHead: LogHead

    package init(row: LogRow, last: EntryNumber, head: LogHead, trimmed: EntryNumber, trimmedHead: LogHead) {
        self.row = row
        self.last = last
        self.head = head
        self.trimmed = trimmed
        self.trimmedHead = trimmedHead
    }
}
