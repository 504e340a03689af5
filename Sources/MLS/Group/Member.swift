/// A member as the tree shows it in one epoch (RFC 9420 §5.3.3). The leaf index names it until it is removed.
public struct Member: Hashable, Sendable {
    public let leafIndex: LeafIndex
    public let leafNode: LeafNode

    package init(_ leafIndex: LeafIndex, _ leafNode: LeafNode) {
        self.leafIndex = leafIndex
        self.leafNode = leafNode
    }

    public var credential: Credential { leafNode.credential }
    public var signatureKey: SignaturePublicKey { leafNode.signatureKey }
}
