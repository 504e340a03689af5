import TLSCodec

extension GroupInfo {
    /// RFC 9420 §13.4: each type once, in the GroupInfo and in the GroupContext.
    func checkExtensions(_ credentials: CredentialPolicy) throws(MLSError) {
        guard !extensions.hasDuplicates else { throw .invalid(.groupInfoExtensionsOnce) }
        try groupContext.extensions.checkGroupExtensions(credentials)
    }

    /// The ratchet tree: given beside it, or in it.
    ///
    /// - Throws: ``MLSError/missingTree``, and what the tree's form breaks.
    func tree(given bytes: [UInt8]?, _ suite: CipherSuite) throws(MLSError) -> UnverifiedTree {
        if let bytes { return try UnverifiedTree(suite, try RatchetTreeExtension(parsing: bytes)) }
        guard let inside = try codec({ () throws(CodecError) in try extensions.ratchetTree() }) else {
            throw .missingTree
        }
        return try UnverifiedTree(suite, inside)
    }

    /// RFC 9420 §12.4.3.1: by the key of the leaf that says it signed.
    func checkSignature(in tree: UnverifiedTree, _ suite: CipherSuite) throws(MLSError) {
        guard let leaf = tree[signer] else { throw .invalid(.groupInfoSigner) }
        let content = try codec { () throws(CodecError) in try toBeSigned() }
        guard suite.isValid(signature.span, by: leaf.signatureKey, .groupInfo, content.span) else {
            throw .invalid(.groupInfoSignature)
        }
    }
}
