import TLSCodec

/// Whose a leaf is, which key signs for it, and what it can do (RFC 9420 §7.2).
///
/// One client may stand in many groups. The signature key is shared, not copied.
public struct Client: Sendable {
    public var credential: Credential
    public var signatureKey: SignatureSecretKey
    /// What the client supports, as its leaves say it. The RFC's own extensions and proposals aren't listed.
    public var capabilities: Capabilities
    /// Extensions of its leaves. Types that aren't the RFC's own must stand in ``capabilities``.
    public var leafExtensions: Extensions

    public init(
        credential: Credential, signatureKey: SignatureSecretKey, capabilities: Capabilities,
        leafExtensions: Extensions = []
    ) {
        self.credential = credential
        self.signatureKey = signatureKey
        self.capabilities = capabilities
        self.leafExtensions = leafExtensions
    }

    /// A client that supports these suites, the type of its own credential, and nothing beyond the RFC.
    public init(credential: Credential, signatureKey: SignatureSecretKey, cipherSuites: [CipherSuite]) {
        self.init(
            credential: credential, signatureKey: signatureKey,
            capabilities: Capabilities(cipherSuites: cipherSuites.map(\.rawValue), credentials: [credential.type]))
    }
}

extension Client {
    /// A leaf of this client, signed.
    ///
    /// - Parameters:
    ///   - groupID, leafIndex: what leaves of updates and commits are bound to; ignored for a key package's.
    /// - Throws: `.invalid` if the client's own lists contradict each other, `.malformed` if they have no encoding.
    func leaf(
        _ suite: CipherSuite, encryptionKey: HPKEPublicKey, source: LeafNodeSource,
        groupID: GroupID = GroupID([]), leafIndex: LeafIndex = LeafIndex(rawValue: 0)
    ) throws(MLSError) -> LeafNode {
        try checkLists(suite)
        let unsigned = LeafNode(
            encryptionKey: encryptionKey, signatureKey: signatureKey.publicKey, credential: credential,
            capabilities: capabilities, source: source, extensions: leafExtensions)
        let content = try codec { () throws(CodecError) in
            try unsigned.toBeSigned(groupID: groupID, leafIndex: leafIndex)
        }
        return unsigned.signed(suite.sign(signatureKey, .leafNode, content.span))
    }

    /// RFC 9420 §7.2, §13.4: others would refuse a leaf whose lists contradict it.
    private func checkLists(_ suite: CipherSuite) throws(MLSError) {
        guard capabilities.versions.contains(.mls10) else { throw .invalid(.leafSupportsVersion) }
        guard capabilities.cipherSuites.contains(suite.rawValue) else { throw .invalid(.leafSupportsCipherSuite) }
        guard capabilities.credentials.contains(credential.type) else { throw .invalid(.leafCredentialListed) }
        guard !leafExtensions.hasDuplicates else { throw .invalid(.leafExtensionsOnce) }
        guard leafExtensions.types.allSatisfy(capabilities.supports) else { throw .invalid(.leafExtensionsListed) }
    }

    /// RFC 9420 §7.2: what everybody supports isn't listed. Others' lists are taken as they are.
    func checkNoDefaultsListed() throws(MLSError) {
        guard !capabilities.extensions.contains(where: \.isSupportedByAll),
            !capabilities.proposals.contains(where: \.isSupportedByAll)
        else { throw .invalid(.capabilitiesWithoutDefaults) }
    }
}
