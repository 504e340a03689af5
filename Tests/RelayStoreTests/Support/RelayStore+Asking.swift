import Relay
import RelayProtocol
import RelayStore

/// What tests ask most.
extension RelayStore {
    func log(_ name: LogName) throws -> LogRecord? {
        try read { snapshot throws(StorageError) in try snapshot.log(name) }
    }

    func entries(
        of log: LogRow, from: EntryNumber = .first, countMax: Int = 1_000, bytesMax: Int = 1 << 24
    ) throws -> [StoredEntry] {
        try read { snapshot throws(StorageError) in
            try snapshot.entries(of: log, from: from, countMax: countMax, bytesMax: bytesMax)
        }
    }

    func place(of number: EntryNumber, in log: LogRow) throws -> EntryPlace? {
        try read { snapshot throws(StorageError) in try snapshot.place(of: number, in: log) }
    }

    func repeated(
        _ hash: EntryHash, in log: LogRow, after parent: EntryNumber = .none
    ) throws -> (number: EntryNumber, head: LogHead)? {
        try write { transaction throws(StorageError) in try transaction.repeated(hash, in: log, after: parent) }
    }

    func usage(of log: LogRow) throws -> [AccountRow: Int] {
        try read { snapshot throws(StorageError) in try snapshot.usage(of: log) }
    }

    func inboxUsage(of log: LogRow) throws -> InboxUsage {
        try read { snapshot throws(StorageError) in try snapshot.inboxUsage(of: log) }
    }

    func sweep(_ sweep: Sweep, rowsMax: Int = 256, bytesMax: Int = 4 << 20) throws -> SweepResult {
        try write { transaction throws(StorageError) in
            try transaction.sweep(sweep, rowsMax: rowsMax, bytesMax: bytesMax)
        }
    }
}

extension [StoredEntry] {
    var numbers: [UInt64] { map(\.number.rawValue) }

    var bodies: [[UInt8]?] {
        map { entry in
            guard case .kept(_, let body) = entry.content else { return nil }
            return body
        }
    }
}
