package import RelayProtocol

/// An entry, or an inbox's item, on its way to the storage.
package struct NewEntry: Sendable {
    package let number: EntryNumber
    /// The name under which a repeat is known.
    package let hash: EntryHash
    /// The branch of its parent: who reads that reads it. The root for creations and items.
    package let branch: BranchNumber
    /// Of an item: none.
    package let kind: EntryKind?
    /// The encoded header; empty of an item.
    package let header: [UInt8]
    package let body: [UInt8]
    /// Whose share it counts against.
    package let account: AccountRow
    /// Of an item: its sender has shown the box's token.
    package let showedToken: Bool
    package let storedAt: RelayTime

    package init(
        number: EntryNumber, hash: EntryHash, branch: BranchNumber, kind: EntryKind?, header: [UInt8], body: [UInt8],
        account: AccountRow, showedToken: Bool, storedAt: RelayTime
    ) {
        self.number = number
        self.hash = hash
        self.branch = branch
        self.kind = kind
        self.header = header
        self.body = body
        self.account = account
        self.showedToken = showedToken
        self.storedAt = storedAt
    }
}
