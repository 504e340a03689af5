import GRDB
import Identity
import Relay
import RelayProtocol

extension StoreReading {
    func log(_ name: LogName) throws(StorageError) -> LogRecord? {
        try database.first(
            "SELECT row, last, head, trimmed, trimmed_head FROM log WHERE name = ?", [name.stored]
        ) { columns throws(StorageError) in
            // What an inbox's owner has taken out is nobody's loss.
            LogRecord(
                row: LogRow(rawValue: try columns.integer(0)), last: try columns.entry(1), head: try columns.noun(2),
                trimmed: name.kind == LogName.room ? try columns.entry(3) : .none,
                trimmedHead: try columns.noun(4))
        }
    }

    func branches(of log: LogRow) throws(StorageError) -> [Branch] {
        let branches = try database.all(
            "SELECT number, parent_branch, parent, readable, account FROM branch WHERE log = ? ORDER BY number",
            [log.rawValue]
        ) { columns throws(StorageError) in
            (number: try columns.count(0), branch: try columns.branch(from: 1))
        }
        for (place, branch) in branches.enumerated() where branch.number != place { throw .damaged }
        return branches.map(\.branch)
    }

    func branch(_ number: BranchNumber, of log: LogRow) throws(StorageError) -> Branch? {
        try database.first(
            "SELECT parent_branch, parent, readable, account FROM branch WHERE log = ? AND number = ?",
            [log.rawValue, number.stored]
        ) { columns throws(StorageError) in try columns.branch(from: 0) }
    }

    func epoch(_ number: EntryNumber, of log: LogRow) throws(StorageError) -> EpochRecord? {
        guard let row = EntryRow(number, of: log) else { return nil }
        return try database.first(
            "SELECT branch, access_key, successor FROM epoch WHERE id = ?", [row.id]
        ) { columns throws(StorageError) in
            EpochRecord(
                number: number, branch: try columns.branch(0), accessKey: try columns.noun(1),
                successor: try columns.entry(2))
        }
    }

    func usage(of log: LogRow) throws(StorageError) -> [AccountRow: Int] {
        let usage = try database.all(
            "SELECT account, bytes FROM usage WHERE log = ? AND bytes > 0", [log.rawValue]
        ) { columns throws(StorageError) in (AccountRow(rawValue: try columns.integer(0)), try columns.count(1)) }
        return Dictionary(usage) { first, _ in first }
    }

    func inboxUsage(of log: LogRow) throws(StorageError) -> InboxUsage {
        try database.first(
            "SELECT trusted_bytes, trusted_items, other_bytes, other_items FROM inbox WHERE log = ?", [log.rawValue]
        ) { columns throws(StorageError) in
            InboxUsage(
                trustedBytes: try columns.count(0), trustedItems: try columns.count(1),
                otherBytes: try columns.count(2), otherItems: try columns.count(3))
        } ?? InboxUsage()
    }

    func hasDisputed(
        _ parent: EntryNumber, of log: LogRow, account: AccountRow
    ) throws(StorageError) -> Bool {
        try database.first(
            "SELECT 1 FROM dispute WHERE log = ? AND parent = ? AND account = ?",
            [log.rawValue, parent.stored, account.rawValue]
        ) { columns throws(StorageError) in try columns.integer(0) } != nil
    }

    func roomCount(createdBy account: AccountRow) throws(StorageError) -> Int {
        try database.first(
            "SELECT count(*) FROM log WHERE owner = ? AND kind = ?", [account.rawValue, LogName.room]
        ) { columns throws(StorageError) in try columns.count(0) } ?? 0
    }
}

extension Columns {
    /// Of what stands beside each other: parent's branch, parent, whether it is readable from there, account.
    fileprivate func branch(from column: Int) throws(StorageError) -> Branch {
        Branch(
            parentBranch: try branch(column), parent: try entry(column + 1),
            isReadableFromParent: try integer(column + 2) != 0,
            account: try optionalInteger(column + 3).map(AccountRow.init(rawValue:)))
    }
}
