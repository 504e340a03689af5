import TLSCodec

/// A key package whose form and signatures hold (RFC 9420 §10.1): what of it can be told without the group that it is
/// for.
///
/// The checks are the only way to one: ``KeyPackage/verified(for:configuration:now:)``, and for many at once
/// `verifiedConcurrently(for:configuration:now:partCount:)` of an array. A commit that adds it doesn't verify the
/// signatures again. What depends on the group and on the time is looked at there all the same: the suite, what the
/// group requires, who is a member already, the lifetime.
public struct VerifiedKeyPackage: Hashable, Sendable {
    public let keyPackage: KeyPackage

    fileprivate init(_ keyPackage: KeyPackage) { self.keyPackage = keyPackage }
}

extension KeyPackage {
    /// Verifies a key package that was fetched from wherever its owner published it: form, credential, capabilities,
    /// lifetime, and both signatures (RFC 9420 §10.1).
    ///
    /// It proves that the leaf's key signed, not whose key it is: that says the configuration's
    /// ``GroupConfiguration/credentials``.
    ///
    /// - Parameters:
    ///   - suite: of the group that it is for.
    ///   - configuration: that group's.
    ///   - now: must lie in the lifetime.
    /// - Throws: `.invalid` with the rule that it breaks.
    public func verified(
        for suite: CipherSuite, configuration: GroupConfiguration = GroupConfiguration(), now: UnixTime
    ) throws(MLSError) -> VerifiedKeyPackage {
        try checkForm(suite)
        // No group's requirements yet.
        let rules = try LeafRules(
            suite, groupID: GroupID([]), extensions: [], credentials: configuration.credentials,
            lifetimeSecondsMax: configuration.leafLifetimeSecondsMax, now: now)
        try rules.check(leafNode)
        try checkSignatures(suite)
        return VerifiedKeyPackage(self)
    }

    /// Verifies what doesn't depend on a group: the leaf's own rules are for ``LeafRules/check(_:succeeding:)``.
    func verified(for suite: CipherSuite) throws(MLSError) -> VerifiedKeyPackage {
        try checkForm(suite)
        try checkSignatures(suite)
        return VerifiedKeyPackage(self)
    }
}

extension [KeyPackage] {
    /// Verifies many key packages, by several processors at once: see ``KeyPackage/verified(for:configuration:now:)``.
    ///
    /// - Parameter partCount: into how many tasks they are divided. More than processors keep all of them busy to the
    ///   end.
    /// - Returns: all of them, in their order.
    /// - Throws: `.invalid` with the rule that one of them breaks; of several faults any one.
    public func verifiedConcurrently(
        for suite: CipherSuite, configuration: GroupConfiguration = GroupConfiguration(), now: UnixTime,
        partCount: Int = 64
    ) async throws(MLSError) -> [VerifiedKeyPackage] {
        try await checkConcurrently(partCount: partCount) { (package) throws(MLSError) in
            _ = try package.verified(for: suite, configuration: configuration, now: now)
        }
        return map(VerifiedKeyPackage.init)
    }
}

extension KeyPackage {
    private func checkForm(_ suite: CipherSuite) throws(MLSError) {
        guard version == .mls10 else { throw .invalid(.keyPackageVersion) }
        guard cipherSuite == suite.rawValue else { throw .invalid(.keyPackageCipherSuite) }
        try initKey.checkForm(of: suite)
        try leafNode.signatureKey.checkForm()
        guard initKey != leafNode.encryptionKey else { throw .invalid(.keyPackageInitKeyDiffers) }
        guard !extensions.hasDuplicates else { throw .invalid(.keyPackageExtensionsOnce) }
        guard leafNode.capabilities.supports(all: extensions.types) else {
            throw .invalid(.keyPackageExtensionsListed)
        }
        guard case .keyPackage = leafNode.source else { throw .invalid(.leafSourceKeyPackage) }
    }

    /// The leaf's, and the package's own.
    private func checkSignatures(_ suite: CipherSuite) throws(MLSError) {
        let leafContent = try codec { () throws(CodecError) in try leafNode.toBeSigned() }
        guard suite.isValid(leafNode.signature.span, by: leafNode.signatureKey, .leafNode, leafContent.span) else {
            throw .invalid(.leafSignature)
        }
        let content = try codec { () throws(CodecError) in try toBeSigned() }
        guard suite.isValid(signature.span, by: leafNode.signatureKey, .keyPackage, content.span) else {
            throw .invalid(.keyPackageSignature)
        }
    }
}
