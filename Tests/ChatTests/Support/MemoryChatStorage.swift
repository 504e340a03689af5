import Chat
import Sodium
import Synchronization

/// A client's rows in memory: what a transaction that returned has put is there, whatever becomes of the client. It can be
/// told to fail.
final class MemoryChatStorage: ChatStorage {
    private struct State {
        var rows: [RowKey: [UInt8]] = [:]
        var failures: [ChatStorageError] = []
    }

    private let state: Mutex<State>

    convenience init() { self.init(State()) }

    private init(_ state: State) { self.state = Mutex(state) }

    /// The next transaction does its work, and then the disk doesn't take it.
    func failNextTransaction(_ error: ChatStorageError) { state.withLock { $0.failures.append(error) } }

    /// As it is now, on a disk of its own.
    func copy() -> MemoryChatStorage { MemoryChatStorage(State(rows: state.withLock { $0.rows })) }

    func transaction<Result>(
        _ body: (any ChatTransaction) throws(ChatStorageError) -> Result
    ) throws(ChatStorageError) -> Result {
        let transaction = MemoryTransaction(rows: state.withLock { $0.rows })
        let result = try body(transaction)
        if let failure = state.withLock({ $0.failures.popLast() }) { throw failure }
        state.withLock { $0.rows = transaction.rows }
        return result
    }
}

private final class MemoryTransaction: ChatTransaction {
    var rows: [RowKey: [UInt8]]

    init(rows: [RowKey: [UInt8]]) { self.rows = rows }

    func row(_ key: RowKey) -> Secret? { rows[key].map { Secret(copying: $0) } }

    func put(_ bytes: Span<UInt8>, at key: RowKey) {
        rows[key] = [UInt8](capacity: bytes.count) { output in
            for index in bytes.indices { output.append(bytes[index]) }
        }
    }

    func delete(_ key: RowKey) { rows[key] = nil }

    func rows(
        _ table: ChatTable, of scope: RowScope, in range: ClosedRange<UInt64>, newestFirst: Bool, limit: Int
    ) -> [StoredRow] {
        let found = rows.keys.filter { $0.table == table && $0.scope == scope && range.contains($0.number) }
        let sorted = found.map(\.number).sorted(by: newestFirst ? { $0 > $1 } : { $0 < $1 })
        return sorted.prefix(limit).map { number in
            StoredRow(number: number, bytes: Secret(copying: rows[RowKey(table, of: scope, number)] ?? []))
        }
    }
}
