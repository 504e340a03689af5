/// What the new keys of a path are chained with.
struct PathHashes {
    /// What the committer's leaf signs; empty for a path without nodes.
    let leaf: [UInt8]
    /// For each node of the path, the lowest first.
    let nodes: [[UInt8]]
}
