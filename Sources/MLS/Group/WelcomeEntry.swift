import Sodium

/// A Welcome opened, before the ratchet tree that it speaks of is known to be right (RFC 9420 §12.4.3.1).
struct WelcomeEntry: Sendable {
    let suite: CipherSuite
    let bundle: KeyPackageBundle
    let secrets: GroupSecrets
    let pskSecret: Secret
    let info: GroupInfo
    let context: EpochContext
    let rules: LeafRules
    let tree: UnverifiedTree

    /// Everything up to the tree's own rules.
    init(_ welcome: Welcome, _ bundle: KeyPackageBundle, _ options: JoinOptions) throws(MLSError) {
        suite = bundle.cipherSuite
        self.bundle = bundle
        guard let entry = welcome.secrets.first(where: { $0.newMember == bundle.reference }) else {
            throw .invalid(.welcomeKeyPackage)
        }
        guard welcome.cipherSuite == suite.rawValue else { throw .invalid(.welcomeCipherSuite) }
        secrets = try suite.openGroupSecrets(
            entry.encryptedGroupSecrets, with: bundle.initKey, encryptedGroupInfo: welcome.encryptedGroupInfo)
        try WelcomeEntry.check(secrets.psks, suite)
        pskSecret = try options.pskSecret(of: secrets.psks, suite)
        info = try WelcomeEntry.info(of: welcome, suite, secrets.joinerSecret, pskSecret)
        guard info.groupContext.version == .mls10 else { throw .invalid(.messageVersion) }
        guard info.groupContext.cipherSuite == suite.rawValue else { throw .invalid(.groupInfoCipherSuite) }
        guard !options.existingGroups.contains(info.groupContext.groupID) else { throw .invalid(.groupIDUnique) }
        context = try EpochContext(info.groupContext)
        try info.checkExtensions(joiner: bundle.keyPackage.leafNode.capabilities, options.configuration.credentials)
        tree = try info.tree(given: options.tree, suite)
        try info.checkSignature(in: tree, suite)
        rules = try LeafRules(
            suite, groupID: context.groupID, extensions: info.groupContext.extensions,
            credentials: options.configuration.credentials,
            lifetimeSecondsMax: options.configuration.leafLifetimeSecondsMax, now: options.now)
    }

    private static func info(
        of welcome: Welcome, _ suite: CipherSuite, _ joinerSecret: Secret, _ pskSecret: Secret
    ) throws(MLSError) -> GroupInfo {
        let key = JoinerSecret(suite, joinerSecret).mixing(pskSecret: pskSecret).welcomeKey()
        let opened = try key.open(welcome.encryptedGroupInfo.span)
        return try opened.withBytes { (bytes) throws(MLSError) in try GroupInfo(parsing: bytes) }
    }

    private static func check(_ psks: [PreSharedKeyID], _ suite: CipherSuite) throws(MLSError) {
        guard Set(psks).count == psks.count else { throw .invalid(.pskOnce) }
        guard psks.allSatisfy({ $0.nonce.count == suite.hashByteCount }) else { throw .invalid(.pskNonceLength) }
        guard psks.filter(\.leadsFromAnotherGroup).count <= 1 else { throw .invalid(.welcomeResumptionOnce) }
    }
}

extension PreSharedKeyID {
    /// Whether it ties a new group to the one that it comes from (RFC 9420 §11.2, §11.3).
    var leadsFromAnotherGroup: Bool {
        guard case .resumption(let usage, _, _, _) = self else { return false }
        return usage != .application
    }
}
