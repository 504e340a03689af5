package import RelayProtocol

/// An entry as it is read back.
package struct StoredEntry: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// Encoded header (empty of an item) and body.
        case kept(header: [UInt8], body: [UInt8])
        /// Retention or the disk cap took it.
        case gone
        /// The storage holds something else than what was put there.
        case damaged
    }

    package let number: EntryNumber
    package let hash: EntryHash
    /// The branch of its parent.
    package let branch: BranchNumber
    /// The creation or commit that began the sender's epoch; 0 of creations and items.
    package let parent: EntryNumber
    package let content: Content

    package init(
        number: EntryNumber, hash: EntryHash, branch: BranchNumber, parent: EntryNumber, content: Content
    ) {
        self.number = number
        self.hash = hash
        self.branch = branch
        self.parent = parent
        self.content = content
    }
}
