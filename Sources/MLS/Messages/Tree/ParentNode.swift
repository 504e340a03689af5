package import TLSCodec

/// An inner node of a tree (RFC 9420 §7.1): a key that the members below it share, except those that are unmerged.
package struct ParentNode: Hashable, Sendable, TLSStruct {
    package let encryptionKey: HPKEPublicKey
    package let parentHash: [UInt8]
    /// Members below that don't have this node's secret. Decoding lets them stand in any order; validation doesn't.
    package let unmergedLeaves: [LeafIndex]

    package init(encryptionKey: HPKEPublicKey, parentHash: [UInt8], unmergedLeaves: [LeafIndex] = []) {
        self.encryptionKey = encryptionKey
        self.parentHash = parentHash
        self.unmergedLeaves = unmergedLeaves
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        encryptionKey = try v.nested { $0.encryptionKey }
        parentHash = try v.opaque(.variable) { $0.parentHash }
        unmergedLeaves = try v.vector(.variable) { $0.unmergedLeaves }
    }
}
