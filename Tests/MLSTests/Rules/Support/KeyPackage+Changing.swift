import MLS

extension KeyPackage {
    /// The same key package with some fields replaced, signed anew by its owner.
    func changed(
        version: ProtocolVersion? = nil, cipherSuite: UInt16? = nil, initKey: HPKEPublicKey? = nil,
        leafNode: LeafNode? = nil, extensions: Extensions? = nil, signedBy key: SignatureSecretKey,
        _ suite: CipherSuite
    ) throws -> KeyPackage {
        let unsigned = KeyPackage(
            version: version ?? self.version, cipherSuite: cipherSuite ?? self.cipherSuite,
            initKey: initKey ?? self.initKey, leafNode: leafNode ?? self.leafNode,
            extensions: extensions ?? self.extensions)
        let content = try unsigned.toBeSigned()
        return unsigned.signed(suite.sign(key, "KeyPackageTBS", content.span))
    }

    /// The same key package with a changed leaf, both signed anew by their owner.
    func changing(
        leaf change: (LeafNode) -> LeafNode, signedBy key: SignatureSecretKey, _ suite: CipherSuite
    ) throws -> KeyPackage {
        try changed(leafNode: try change(leafNode).signed(by: key, suite), signedBy: key, suite)
    }
}
