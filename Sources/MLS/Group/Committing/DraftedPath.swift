import Sodium

/// What a commit's path is made of, or what stands for it if there is none.
struct DraftedPath: Sendable {
    let update: UpdatePath?
    /// Its secrets, for those who are welcomed.
    let new: NewPath?
    /// The committer's leaf before; `nil` without a path, and for one that joins.
    let old: LeafNode?
    let privatePath: PrivatePath
    let commitSecret: Secret
}
