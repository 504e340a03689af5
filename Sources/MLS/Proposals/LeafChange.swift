/// A member's leaf replaced by an Update proposal (RFC 9420 §12.1.2), whose signature was verified when it came.
package struct LeafChange: Hashable, Sendable {
    package let leaf: LeafIndex
    package let node: LeafNode
    /// The proposal's name, by which a member knows its own.
    package let reference: ProposalRef
}
