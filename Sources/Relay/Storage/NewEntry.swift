package import RelayProtocol

/// An entry, or an inbox's item, on its way to the storage.
package struct NewEntry: Sendable {
    package let number: EntryNumber
    /// The name under which a repeat is known.
    package let hash: EntryHash
    /// What the log is up to this entry. An inbox has no heads: its items repeat the one it began with.
    package let head: LogHead
    /// The creation or commit that began the sender's epoch; 0 of creations and items.
    package let parent: EntryNumber
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
        number: EntryNumber, hash: EntryHash, head: LogHead, parent: EntryNumber, branch: BranchNumber,
        kind: EntryKind?, header: [UInt8], body: [UInt8], account: AccountRow, showedToken: Bool, storedAt: RelayTime
    ) {
        self.number = number
        self.hash = hash
        self.head = head
        self.parent = parent
        self.branch = branch
        self.kind = kind
        self.header = header
        self.body = body
        self.account = account
        self.showedToken = showedToken
        self.storedAt = storedAt
    }

    /// What a room's entry counts in its sender's share: a row costs something however short its body.
    package var chargedBytes: Int { Self.chargedBytes(ofBody: body.count) }

    /// What is given back when a body is swept.
    package static func chargedBytes(ofBody byteCount: Int) -> Int { byteCount + RelayLimits.entryOverheadBytes }
}
