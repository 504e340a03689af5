import Identity
import Relay
import RelayProtocol

/// One transaction on ``MemoryTables``, with what takes back each change.
final class MemoryTransaction: RelayTransaction {
    let tables: MemoryTables
    private var fault: MemoryStorage.Fault?
    private var undoing: [() -> Void] = []
    private var changeCount = 0
    private var readingCount = 0

    init(_ tables: MemoryTables, fault: MemoryStorage.Fault?) {
        self.tables = tables
        self.fault = fault
    }

    /// Before every verb that changes something: what takes it back, given what is there now.
    func willChange(_ undo: @escaping () -> Void) throws(StorageError) {
        if case .atVerb(let number, let error) = fault, number == changeCount { throw error }
        changeCount += 1
        undoing.append(undo)
    }

    func willRead() throws(StorageError) {
        guard case .atReading(let number, let error) = fault else { return }
        readingCount += 1
        if number == readingCount - 1 { throw error }
    }

    func checkCommit() throws(StorageError) {
        if case .atCommit(let error) = fault { throw error }
    }

    func undo() {
        while let last = undoing.popLast() { last() }
    }

    /// Changes a log, and knows how to take it back without a copy of it.
    func change(
        _ row: LogRow, _ apply: (inout MemoryLog) -> Void, undo: @escaping (inout MemoryLog) -> Void
    ) throws(StorageError) {
        guard tables.logs[row] != nil else { throw .conflict }
        try willChange { [tables] in tables.change(row, undo) }
        tables.change(row, apply)
    }

    /// - Throws: ``StorageError/conflict`` if there is none.
    func stored(_ row: LogRow) throws(StorageError) -> MemoryLog {
        try willRead()
        guard let log = tables.logs[row] else { throw .conflict }
        return log
    }
}

extension MemoryTables {
    func change(_ row: LogRow, _ apply: (inout MemoryLog) -> Void) {
        guard let index = logs.index(forKey: row) else { return }
        apply(&logs.values[index])
    }
}
