import Relay
import RelayProtocol

/// A log's row and an entry's number in one key, so that a log lies in one piece and in order.
struct EntryRow: Hashable, Sendable {
    let id: Int64

    init(id: Int64) { self.id = id }

    /// Nothing for a number that no entry can have: a client may name any.
    init?(_ number: EntryNumber, of log: LogRow) {
        guard (1...StoreLimits.logRowMax).contains(log.rawValue), number.rawValue <= StoreLimits.entryNumberMax else {
            return nil
        }
        id = log.rawValue << 32 | Int64(number.rawValue)
    }

    /// The last that a log can have.
    static func end(of log: LogRow) throws(StorageError) -> EntryRow {
        guard let row = EntryRow(EntryNumber(StoreLimits.entryNumberMax), of: log) else { throw .damaged }
        return row
    }

    var log: LogRow { LogRow(rawValue: id >> 32) }

    var number: EntryNumber { EntryNumber(UInt64(id & 0xFFFF_FFFF)) }
}
