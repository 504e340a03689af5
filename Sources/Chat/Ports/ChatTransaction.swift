package import Sodium

/// Rows, as one transaction sees them. What a row holds is nobody's business here; it may be secret.
package protocol ChatTransaction {
    func row(_ key: RowKey) throws(ChatStorageError) -> Secret?

    /// Puts a row, in the place of what stands there.
    func put(_ bytes: Span<UInt8>, at key: RowKey) throws(ChatStorageError)

    /// Nothing of it is left, in the file neither. Deleting what isn't there is no error.
    func delete(_ key: RowKey) throws(ChatStorageError)

    /// Rows of a table and scope whose numbers lie in a range, by number.
    ///
    /// - Parameter newestFirst: from the greatest number down.
    func rows(
        _ table: ChatTable, of scope: RowScope, in range: ClosedRange<UInt64>, newestFirst: Bool, limit: Int
    ) throws(ChatStorageError) -> [StoredRow]
}
