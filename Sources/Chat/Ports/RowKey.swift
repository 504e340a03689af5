package import Sodium

/// Where a row stands: in a table, within a scope, by a number.
package struct RowKey: Hashable, Sendable {
    package let table: ChatTable
    package let scope: RowScope
    package let number: UInt64

    package init(_ table: ChatTable, of scope: RowScope = .whole, _ number: UInt64 = 0) {
        (self.table, self.scope, self.number) = (table, scope, number)
    }
}

/// What rows of a table belong to. A store may keep a keyed hash of it alone.
package struct RowScope: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The table's only one.
    package static let whole = RowScope([])
}

/// A row that was found by its number.
package struct StoredRow: Sendable {
    package let number: UInt64
    package let bytes: Secret

    package init(number: UInt64, bytes: Secret) { (self.number, self.bytes) = (number, bytes) }
}
