import TLSCodec

extension LeafRules {
    /// RFC 9420 §10.1: the key package of somebody who is added. The leaf's own rules are among it.
    ///
    /// - Parameter isVerified: whether both signatures have been verified already.
    func check(_ keyPackage: KeyPackage, isVerified: Bool) throws(MLSError) {
        guard keyPackage.version == .mls10 else { throw .invalid(.keyPackageVersion) }
        guard keyPackage.cipherSuite == suite.rawValue else { throw .invalid(.keyPackageCipherSuite) }
        try keyPackage.initKey.checkForm(of: suite)
        let leaf = keyPackage.leafNode
        guard keyPackage.initKey != leaf.encryptionKey else { throw .invalid(.keyPackageInitKeyDiffers) }
        guard !keyPackage.extensions.hasDuplicates else { throw .invalid(.keyPackageExtensionsOnce) }
        guard leaf.capabilities.supports(all: keyPackage.extensions.types) else {
            throw .invalid(.keyPackageExtensionsListed)
        }
        guard case .keyPackage = leaf.source else { throw .invalid(.leafSourceKeyPackage) }
        try check(leaf)
        if !isVerified { try Self.checkSignatures(of: keyPackage, suite) }
    }

    /// RFC 9420 §7.3, §12.1.2: the leaf of an Update whose signature may have been verified when it was cached.
    func check(_ change: LeafChange, of old: LeafNode) throws(MLSError) {
        guard change.isVerified else { return try checkUpdate(change.node, of: old, at: change.leaf) }
        guard change.node.source == .update else { throw .invalid(.leafSourceUpdate) }
        guard change.node.encryptionKey != old.encryptionKey else { throw .invalid(.updateKeyFresh) }
        try check(change.node, succeeding: old)
    }

    /// Both signatures of a key package: its own and its leaf's. They depend on nothing else, so one look at a package
    /// is enough.
    static func checkSignatures(of keyPackage: KeyPackage, _ suite: CipherSuite) throws(MLSError) {
        let leaf = keyPackage.leafNode
        let leafContent = try codec { () throws(CodecError) in try leaf.toBeSigned() }
        guard suite.isValid(leaf.signature.span, by: leaf.signatureKey, .leafNode, leafContent.span) else {
            throw .invalid(.leafSignature)
        }
        let content = try codec { () throws(CodecError) in try keyPackage.toBeSigned() }
        guard suite.isValid(keyPackage.signature.span, by: leaf.signatureKey, .keyPackage, content.span) else {
            throw .invalid(.keyPackageSignature)
        }
    }
}
