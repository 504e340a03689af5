import TLSCodec

/// What the tree hash of a leaf is the hash of (RFC 9420 §7.8). `HashInput` writes those of parents and blank leaves.
enum TreeHashInput {
    case leaf(LeafIndex, LeafNode)

    func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .leaf(let index, let leaf):
            writer.integer(1 as UInt8)
            try index.encode(into: &writer)
            try LeafNode?.some(leaf).encode(into: &writer)
        }
    }
}
