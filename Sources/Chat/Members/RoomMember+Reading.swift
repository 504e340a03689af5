import MLS
import TLSCodec

extension RoomMember {
    /// Reads a leaf as rooms have them.
    ///
    /// - Throws: ``RoomViolation/leaf`` for one that they haven't.
    init(_ node: LeafNode, at leaf: LeafIndex, _ credentials: VerifiedCredentials) throws(RoomViolation) {
        guard let credential = credentials.credential(node.credential),
            Self.required.isSubset(of: node.capabilities.extensions)
        else { throw .leaf }
        self.leaf = leaf
        self.credential = credential
        guard let data = node.extensions[.sottoLink] else {
            mark = nil
            return
        }
        guard let mark = try? LinkMark(decoding: data) else { throw .leaf }
        self.mark = mark
    }

    /// What every leaf must say that it understands.
    static let required: Set<ExtensionType> = [.sottoRoom, .sottoLink]
}
