import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoreTransaction {
    /// One row tells by which key all were sealed. A store without any gets it.
    ///
    /// - Throws: ``ChatStoreError/wrongKey``, ``ChatStoreError/damaged``, or what SQLite throws.
    func checkKey() throws {
        let row = try Row.fetchOne(
            database, sql: "SELECT sealed FROM row WHERE kind = ? AND scope = ? AND number = ?",
            arguments: RowPlace.keyCheck.arguments)
        if let row {
            guard seal.open(row.bytes(0), at: .keyCheck) != nil else { throw ChatStoreError.wrongKey }
            return
        }
        // Rows are only ever put behind it.
        guard try Row.fetchOne(database, sql: "SELECT id FROM row LIMIT 1") == nil else { throw ChatStoreError.damaged }
        let sealed = seal.seal([UInt8]().span, at: .keyCheck)
        try database.execute(
            sql: "INSERT INTO row(kind, scope, number, sealed) VALUES (?, ?, ?, ?)",
            arguments: RowPlace.keyCheck.arguments + [Data(sealed)])
    }

    func everyRowOpens() throws -> Bool {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT kind, scope, number, sealed FROM row WHERE kind <> ?", arguments: [RowSlots.empty])
        while let row = try rows.next() {
            guard let kind = row.integer(0).flatMap(UInt8.init(exactly:)), let number = row.integer(2) else {
                return false
            }
            let place = RowPlace(kind: kind, scope: row.bytes(1), number: UInt64(inOrder: number))
            if seal.open(row.bytes(3), at: place) == nil { return false }
        }
        return true
    }
}
