package import Sodium

/// A committer's new path: the tree has it, nobody else knows it yet (RFC 9420 §7.4). Made by
/// ``RatchetTree/renewPath(of:random:leaf:)``.
///
/// It holds the path's secrets until they have been sealed to those who need them: then keep ``privatePath`` and drop
/// the rest (§7.5).
package struct NewPath: Sendable {
    /// The committer's keys afterwards.
    package let privatePath: PrivatePath
    /// What goes into the new epoch's secrets (§12.4.1).
    package let commitSecret: Secret
    package let leaf: LeafNode
    let steps: [PathStep]
    /// For each step.
    let secrets: [PathSecret]

    /// What a Welcome tells a new member of the path: the secret of the lowest node above both (§12.4.1). `nil` if they
    /// share none.
    package func pathSecret(for newMember: LeafIndex) -> Secret? {
        let ancestor = privatePath.leaf.commonAncestor(with: newMember)
        return steps.firstIndex { $0.node == ancestor }.map { secrets[$0].secret }
    }
}
