import Sodium

/// A Welcome opened, and nothing of it verified: what it says of the group was said by whoever sealed it, and a key
/// package is there for everybody to seal to (RFC 9420 §12.4.3.1). Its signature can be checked only with the ratchet
/// tree at hand; this tells where the tree is, if the Welcome doesn't carry it.
///
/// Use what it shows to find the tree and to see whether a Welcome for such a group is awaited, nothing else. It holds
/// the epoch's secrets: drop it when the group has been joined.
public struct OpenedWelcome: Sendable {
    let bundle: KeyPackageBundle
    let secrets: GroupSecrets
    let pskSecret: Secret
    let info: GroupInfo

    /// Opens a Welcome with the key package for which it is.
    ///
    /// - Parameters:
    ///   - welcome: an MLSMessage.
    ///   - bundle: see ``Welcome/secrets``.
    ///   - psks: pre-shared keys that the Welcome names; those of a group that it comes from, too, see
    ///     ``PSKStore/init(resuming:otherwise:)``.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported`` for another kind of message,
    ///   ``MLSError/doesNotOpen``, ``MLSError/missingPSK(_:)``, or `.invalid` with the rule that the Welcome breaks.
    public init(opening welcome: [UInt8], with bundle: KeyPackageBundle, psks: PSKStore = .empty) throws(MLSError) {
        guard let welcome = try MLSMessage(parsing: welcome).asWelcome else { throw .unsupported }
        let suite = bundle.cipherSuite
        self.bundle = bundle
        guard let entry = welcome.secrets.first(where: { $0.newMember == bundle.reference }) else {
            throw .invalid(.welcomeKeyPackage)
        }
        guard welcome.cipherSuite == suite.rawValue else { throw .invalid(.welcomeCipherSuite) }
        secrets = try suite.openGroupSecrets(
            entry.encryptedGroupSecrets, with: bundle.initKey, encryptedGroupInfo: welcome.encryptedGroupInfo)
        try Self.check(secrets.psks, suite)
        pskSecret = try psks.pskSecret(of: secrets.psks, suite)
        info = try Self.info(of: welcome, suite, secrets.joinerSecret, pskSecret)
        guard info.groupContext.cipherSuite == suite.rawValue else { throw .invalid(.groupInfoCipherSuite) }
    }

    public var groupID: GroupID { info.groupContext.groupID }
    public var epoch: Epoch { info.groupContext.epoch }
    /// Where whoever invites says that they stand; it is true once the group has been joined.
    public var signer: LeafIndex { info.signer }
    /// The key package's own.
    public var cipherSuite: CipherSuite { bundle.cipherSuite }
    /// Extensions of the GroupInfo, not of the group; see ``CommitOptions/welcomeExtensions``.
    public var groupInfoExtensions: Extensions { info.extensions }

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
