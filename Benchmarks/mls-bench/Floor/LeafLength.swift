import MLS
import TLSCodec

/// How many bytes a leaf has.
struct LeafLength {
    /// What its signature covers.
    let signed: Int
    /// As it stands in the tree.
    let whole: Int

    init(_ leaf: LeafNode, at place: LeafIndex, in groupID: GroupID) throws {
        signed = try leaf.toBeSigned(groupID: groupID, leafIndex: place).count
        whole = try leaf.encoded().count
    }
}
