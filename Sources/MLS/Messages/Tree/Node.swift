package import TLSCodec

/// A node of a tree that isn't blank (RFC 9420 §12.4.3.3).
///
/// Both are references, so that a blank node costs the size of a pointer: a tree of hostile blanks takes eight times its
/// bytes.
package enum Node: Hashable, Sendable, TLSCodable {
    case leaf(LeafNode)
    indirect case parent(ParentNode)

    package init(from reader: inout Reader) throws(CodecError) {
        switch try Number(from: &reader) {
        case .leaf: self = .leaf(try LeafNode(from: &reader))
        case .parent: self = .parent(try ParentNode(from: &reader))
        }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .leaf(let leaf):
            try Number.leaf.encode(into: &writer)
            try leaf.encode(into: &writer)
        case .parent(let parent):
            try Number.parent.encode(into: &writer)
            try parent.encode(into: &writer)
        }
    }

    private enum Number: UInt8, TLSNumber {
        case leaf = 1
        case parent = 2
    }

    package var asLeaf: LeafNode? {
        guard case .leaf(let leaf) = self else { return nil }
        return leaf
    }

    package var asParent: ParentNode? {
        guard case .parent(let parent) = self else { return nil }
        return parent
    }
}
