package import TLSCodec

extension LeafNode {
    /// LeafNodeTBS (RFC 9420 §7.2): what a leaf's signature covers. Group and place belong to it only where a leaf was
    /// made for them; a key package's leaf doesn't know them.
    package func toBeSigned(groupID: GroupID, leafIndex: LeafIndex) throws(CodecError) -> [UInt8] {
        var writer = try unsigned()
        guard source.namesItsGroup else { return writer.bytes }
        try groupID.encode(into: &writer)
        try leafIndex.encode(into: &writer)
        return writer.bytes
    }

    /// LeafNodeTBS of a key package's leaf.
    ///
    /// - Throws: ``CodecError/invalidValue`` for a leaf of another source, which signs its group and place too.
    package func toBeSigned() throws(CodecError) -> [UInt8] {
        guard !source.namesItsGroup else { throw .invalidValue }
        return try unsigned().bytes
    }

    private func unsigned() throws(CodecError) -> Writer {
        var writer = Writer(reserving: 512)
        try encode(into: &writer)
        writer.removeLast(opaque: signature)
        return writer
    }
}

extension LeafNodeSource {
    /// Whether the leaf's signature covers its group and its place.
    package var namesItsGroup: Bool {
        if case .keyPackage = self { return false }
        return true
    }
}
