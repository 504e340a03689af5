import MLS

extension LeafNode {
    /// The same leaf, unsigned, with some fields replaced.
    func changed(
        encryptionKey: HPKEPublicKey? = nil, signatureKey: SignaturePublicKey? = nil, credential: Credential? = nil,
        capabilities: Capabilities? = nil, source: LeafNodeSource? = nil, extensions: Extensions? = nil
    ) -> LeafNode {
        LeafNode(
            encryptionKey: encryptionKey ?? self.encryptionKey, signatureKey: signatureKey ?? self.signatureKey,
            credential: credential ?? self.credential, capabilities: capabilities ?? self.capabilities,
            source: source ?? self.source, extensions: extensions ?? self.extensions)
    }

    /// A key package's leaf as its owner signs it.
    func signed(by key: SignatureSecretKey, _ suite: CipherSuite) throws -> LeafNode {
        try signed(by: key, suite, groupID: GroupID([]), at: LeafIndex(rawValue: 0))
    }
}

extension Capabilities {
    /// The same capabilities with some lists replaced.
    func changed(
        versions: [ProtocolVersion]? = nil, cipherSuites: [UInt16]? = nil, extensions: [ExtensionType]? = nil,
        proposals: [ProposalType]? = nil, credentials: [CredentialType]? = nil
    ) -> Capabilities {
        Capabilities(
            versions: versions ?? self.versions, cipherSuites: cipherSuites ?? self.cipherSuites,
            extensions: extensions ?? self.extensions, proposals: proposals ?? self.proposals,
            credentials: credentials ?? self.credentials)
    }
}
