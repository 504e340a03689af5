import Sodium
import TLSCodec

extension ChatTransaction {
    func record<Record: TLSCodable>(_ type: Record.Type = Record.self, _ key: RowKey) throws(ChatStorageError)
        -> Record?
    {
        guard let row = try row(key) else { return nil }
        return try Self.decoded(type, row, key.table)
    }

    func records<Record: TLSCodable>(
        _ type: Record.Type = Record.self, _ table: ChatTable, of scope: RowScope = .whole,
        in range: ClosedRange<UInt64> = 0...UInt64(Int64.max), newestFirst: Bool = false, limit: Int = .max
    ) throws(ChatStorageError) -> [(number: UInt64, record: Record)] {
        let rows = try rows(table, of: scope, in: range, newestFirst: newestFirst, limit: limit)
        return try rows.map { (row) throws(ChatStorageError) in
            (row.number, try Self.decoded(type, row.bytes, table))
        }
    }

    func put(_ record: some TLSCodable, at key: RowKey) throws(ChatStorageError) {
        let bytes: [UInt8]
        do throws(CodecError) { bytes = try record.encoded() } catch {
            preconditionFailure("a record of this room's own has an encoding")
        }
        try put(bytes.span, at: key)
    }

    func put(_ secret: borrowing SecretBytes, at key: RowKey) throws(ChatStorageError) {
        try secret.withBytes { (bytes) throws(ChatStorageError) in try put(bytes, at: key) }
    }

    private static func decoded<Record: TLSCodable>(
        _ type: Record.Type, _ row: Secret, _ table: ChatTable
    ) throws(ChatStorageError) -> Record {
        try row.withBytes { (bytes) throws(ChatStorageError) in
            do throws(CodecError) { return try Record(decoding: bytes) } catch { throw .damaged(table) }
        }
    }
}
