import TLSCodec

/// What a leaf must be like to stand in a group, whoever its neighbours are (RFC 9420 §7.3). What it must not share with
/// them is ``RatchetTree/checkLeaves(_:)``.
///
/// Made once an epoch from the group context; for a commit that changes the extensions, from the new ones.
package struct LeafRules: Sendable {
    let suite: CipherSuite
    let groupID: GroupID
    let groupExtensions: [ExtensionType]
    package let required: RequiredCapabilities
    let credentials: CredentialPolicy
    let lifetimeSecondsMax: UInt64
    let now: UnixTime?

    /// - Parameters:
    ///   - extensions: those of the group context.
    ///   - lifetimeSecondsMax: the longest lifetime of a key package's leaf (§7.2).
    ///   - now: the time that must lie in such a lifetime; `nil` takes expired leaves, as a member must that processes
    ///     what others agreed on.
    /// - Throws: `.malformed` for a `required_capabilities` that is none.
    package init(
        _ suite: CipherSuite, groupID: GroupID, extensions: Extensions, credentials: CredentialPolicy,
        lifetimeSecondsMax: UInt64, now: UnixTime?
    ) throws(MLSError) {
        self.suite = suite
        self.groupID = groupID
        self.credentials = credentials
        self.lifetimeSecondsMax = lifetimeSecondsMax
        self.now = now
        groupExtensions = extensions.types.filter { !$0.isSupportedByAll }
        let required = try codec { () throws(CodecError) in try extensions.requiredCapabilities() }
        self.required = required?.withoutRepetitions ?? RequiredCapabilities()
    }
}

extension LeafRules {
    /// The leaf of an Update, but for its signature.
    package func checkUpdate(_ leaf: LeafNode, of old: LeafNode) throws(MLSError) {
        guard leaf.source == .update else { throw .invalid(.leafSourceUpdate) }
        guard leaf.encryptionKey != old.encryptionKey else { throw .invalid(.updateKeyFresh) }
        try check(leaf, succeeding: old)
    }

    /// The leaf of a commit's path, its signature included.
    ///
    /// - Parameter old: the leaf that it replaces, or that a new member had before; `nil` for one who wasn't a member.
    package func checkCommitted(_ leaf: LeafNode, of old: LeafNode?, at index: LeafIndex) throws(MLSError) {
        guard leaf.source.parentHash != nil else { throw .invalid(.leafSourceCommit) }
        guard leaf.encryptionKey != old?.encryptionKey else { throw .invalid(.commitKeyFresh) }
        try check(leaf, succeeding: old)
        try checkSignature(of: leaf, at: index)
    }

    /// A leaf of a key package doesn't sign its group and place: for it both are ignored.
    package func checkSignature(of leaf: LeafNode, at index: LeafIndex) throws(MLSError) {
        let content = try codec { () throws(CodecError) in try leaf.toBeSigned(groupID: groupID, leafIndex: index) }
        guard suite.isValid(leaf.signature.span, by: leaf.signatureKey, .leafNode, content.span) else {
            throw .invalid(.leafSignature)
        }
    }
}

extension LeafRules {
    /// Everything but the signature.
    package func check(_ leaf: LeafNode, succeeding old: LeafNode? = nil) throws(MLSError) {
        try leaf.encryptionKey.checkForm(of: suite)
        try leaf.signatureKey.checkForm()
        try checkExtensions(of: leaf)
        try checkCapabilities(leaf.capabilities)
        try checkLifetime(of: leaf)
        guard leaf.capabilities.credentials.contains(leaf.credential.type) else {
            throw .invalid(.leafCredentialListed)
        }
        guard credentials.isValid(leaf.credential, leaf.signatureKey) else { throw .invalid(.credentialValid) }
        guard let old, old.credential != leaf.credential else { return }
        guard credentials.isSuccessor(old.credential, leaf.credential) else { throw .invalid(.credentialSuccessor) }
    }

    private func checkExtensions(of leaf: LeafNode) throws(MLSError) {
        guard !leaf.extensions.isEmpty else { return }
        guard !leaf.extensions.hasDuplicates else { throw .invalid(.leafExtensionsOnce) }
        guard leaf.capabilities.supports(all: leaf.extensions.types) else {
            throw .invalid(.leafExtensionsListed)
        }
    }

    private func checkCapabilities(_ capabilities: Capabilities) throws(MLSError) {
        guard capabilities.versions.contains(.mls10) else { throw .invalid(.leafSupportsVersion) }
        guard capabilities.cipherSuites.contains(suite.rawValue) else { throw .invalid(.leafSupportsCipherSuite) }
        guard capabilities.supports(all: groupExtensions) else { throw .invalid(.leafGroupExtensions) }
        guard capabilities.supports(all: required.extensionTypes) else { throw .invalid(.leafRequiredExtensions) }
        guard capabilities.supports(all: required.proposalTypes) else { throw .invalid(.leafRequiredProposals) }
        guard capabilities.supports(all: required.credentialTypes) else { throw .invalid(.leafRequiredCredentials) }
    }

    private func checkLifetime(of leaf: LeafNode) throws(MLSError) {
        guard case .keyPackage(let lifetime) = leaf.source else { return }
        guard let seconds = lifetime.seconds, seconds <= lifetimeSecondsMax else { throw .invalid(.leafLifetimeTotal) }
        if let now, !lifetime.contains(now) { throw .invalid(.leafLifetime) }
    }
}
