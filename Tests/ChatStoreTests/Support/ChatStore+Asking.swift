import Chat
import ChatStore
import Sodium

/// What tests ask most.
extension ChatStore {
    func put(_ bytes: [UInt8], at key: RowKey) throws(ChatStorageError) {
        try transaction { (transaction) throws(ChatStorageError) in try transaction.put(bytes.span, at: key) }
    }

    func put(_ rows: [RowKey: [UInt8]]) throws(ChatStorageError) {
        try transaction { (transaction) throws(ChatStorageError) in
            for (key, bytes) in rows { try transaction.put(bytes.span, at: key) }
        }
    }

    func delete(_ key: RowKey) throws(ChatStorageError) {
        try transaction { (transaction) throws(ChatStorageError) in try transaction.delete(key) }
    }

    func bytes(at key: RowKey) throws(ChatStorageError) -> [UInt8]? {
        try transaction { (transaction) throws(ChatStorageError) in try transaction.row(key)?.copy }
    }

    func rows(
        _ table: ChatTable, of scope: RowScope, in range: ClosedRange<UInt64> = 0...UInt64.max,
        newestFirst: Bool = false, limit: Int = .max
    ) throws(ChatStorageError) -> [FoundRow] {
        try transaction { (transaction) throws(ChatStorageError) in
            try transaction.rows(table, of: scope, in: range, newestFirst: newestFirst, limit: limit).map {
                FoundRow(number: $0.number, bytes: $0.bytes.copy)
            }
        }
    }
}

/// A row that may be compared.
struct FoundRow: Equatable {
    let number: UInt64
    let bytes: [UInt8]
}

extension Secret {
    var copy: [UInt8] { withBytes { span in span.indices.map { span[$0] } } }
}

extension RowScope {
    init(_ name: String) { self.init(Array(name.utf8)) }
}
