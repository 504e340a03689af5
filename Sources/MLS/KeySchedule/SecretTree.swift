package import Sodium

/// The keys of an epoch's messages (RFC 9420 §9), derived when they are asked for.
///
/// A node's secret is gone as soon as its children's are made, and a key as soon as it is used (§9.2): what was sealed
/// or opened with this value can't be opened with it again. Copies share nothing that changes; a copy that is kept
/// keeps its keys.
package struct SecretTree: Sendable {
    package let suite: CipherSuite
    package let leafCount: LeafCount
    /// The highest secrets that haven't been used: at first the root's alone.
    private(set) var nodes: [NodeIndex: Secret]
    /// Of the leaves whose secret has been used.
    private(set) var ratchets: [LeafIndex: SenderRatchets]

    package init(_ suite: CipherSuite, encryptionSecret: Secret, leafCount: LeafCount) {
        self.init(suite, leafCount: leafCount, nodes: [leafCount.root: encryptionSecret], ratchets: [:])
    }

    init(
        _ suite: CipherSuite, leafCount: LeafCount, nodes: [NodeIndex: Secret], ratchets: [LeafIndex: SenderRatchets]
    ) {
        self.suite = suite
        self.leafCount = leafCount
        self.nodes = nodes
        self.ratchets = ratchets
    }

    /// The key with which a leaf seals its next message, and its generation: used up with this call.
    ///
    /// - Throws: ``MLSError/exhausted`` when no generation is left, ``MLSError/noSuchMember`` for a leaf outside of the
    ///   tree.
    package mutating func nextKey(
        of leaf: LeafIndex, for type: ContentType
    ) throws(MLSError) -> (generation: Generation, key: MessageKey) {
        if ratchets[leaf] == nil { replace(try part(of: leaf)) }
        guard let next = try ratchets[leaf]?.next(type, suite) else { throw .noSuchMember }
        return next
    }

    /// The key with which a leaf sealed a message. Nothing is used up before ``replace(_:)`` gets the part.
    ///
    /// - Throws: ``MLSError/secretUsedOrGone``, ``MLSError/generationTooFar``, ``MLSError/noSuchMember``.
    package func key(
        of leaf: LeafIndex, for type: ContentType, _ generation: Generation, _ limits: RatchetLimits
    ) throws(MLSError) -> (key: MessageKey, part: Part) {
        var part = try part(of: leaf)
        let key = try part.ratchets.take(generation, type, suite, limits)
        return (key, part)
    }

    /// Puts a part that has been taken from this tree, and used, back in its place.
    package mutating func replace(_ part: consuming Part) {
        for node in part.usedNodes { nodes[node] = nil }
        for (node, secret) in part.newNodes { nodes[node] = secret }
        ratchets[part.leaf] = part.ratchets
    }
}

extension SecretTree {
    /// What belongs to one leaf, aside: the tree itself hasn't changed.
    package struct Part {
        let leaf: LeafIndex
        var ratchets: SenderRatchets
        var usedNodes: [NodeIndex] = []
        var newNodes: [(NodeIndex, Secret)] = []
    }

    private func part(of leaf: LeafIndex) throws(MLSError) -> Part {
        if let ratchets = ratchets[leaf] { return Part(leaf: leaf, ratchets: ratchets) }
        guard leafCount.contains(leaf) else { throw .noSuchMember }
        let path = [leaf.node] + leaf.node.directPath(in: leafCount)
        guard let top = path.first(where: { nodes[$0] != nil }), var secret = nodes[top] else {
            throw .secretUsedOrGone
        }
        var node = top
        var newNodes: [(NodeIndex, Secret)] = []
        while let (own, other) = node.children(towards: leaf) {
            let derivation = Derivation(from: secret)
            newNodes.append((other, child(derivation, isLeft: other < node)))
            secret = child(derivation, isLeft: own < node)
            node = own
        }
        return Part(
            leaf: leaf, ratchets: SenderRatchets(suite, leafSecret: secret), usedNodes: [top], newNodes: newNodes)
    }

    /// RFC 9420 §9: the context tells left from right.
    private func child(_ derivation: borrowing Derivation, isLeft: Bool) -> Secret {
        let context = isLeft ? Self.left : Self.right
        return Secret(derivation.expand(.tree, context: context.span, byteCount: suite.hashByteCount))
    }

    private static let left = Array("left".utf8)
    private static let right = Array("right".utf8)
}
