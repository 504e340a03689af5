import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// A Welcome as a hostile committer makes it: opened as its recipient can, changed, and sealed again with everything
/// right that nobody changed.
struct RogueWelcome {
    let suite: CipherSuite
    let bundle: KeyPackageBundle
    let signer: SignatureSecretKey
    let pskSecret: Secret
    var secrets: GroupSecrets
    var context: GroupContext
    var extensions: Extensions
    var signerLeaf: LeafIndex
    var welcomeSuite: UInt16
    /// Instead of the epoch's own.
    var confirmationTag: [UInt8]?
    private let madeTag: [UInt8]

    /// - Parameters:
    ///   - signer: the committer's key, with which the GroupInfo is signed again.
    ///   - psks: those that the Welcome names.
    init(
        opening message: [UInt8], with bundle: KeyPackageBundle, signer: SignatureSecretKey,
        psks: [PSKSecret.Entry] = []
    ) throws {
        let welcome = try #require(try MLSMessage(decoding: message).asWelcome)
        suite = bundle.cipherSuite
        self.bundle = bundle
        self.signer = signer
        pskSecret = try PSKSecret.derive(suite, psks)
        let entry = try #require(welcome.secrets.first { $0.newMember == bundle.reference })
        secrets = try suite.openGroupSecrets(
            entry.encryptedGroupSecrets, with: bundle.initKey, encryptedGroupInfo: welcome.encryptedGroupInfo)
        let key = JoinerSecret(suite, secrets.joinerSecret).mixing(pskSecret: pskSecret).welcomeKey()
        let opened = try key.open(welcome.encryptedGroupInfo.span)
        let info = try opened.withBytes { try GroupInfo(decoding: $0) }
        context = info.groupContext
        extensions = info.extensions
        signerLeaf = info.signer
        welcomeSuite = welcome.cipherSuite
        madeTag = info.confirmationTag
    }

    /// The Welcome as an MLSMessage.
    ///
    /// - Parameter newPSKs: what the joiner will mix in now, if it isn't what was named before.
    func sealed(signedBy other: SignatureSecretKey? = nil, psks newPSKs: [PSKSecret.Entry]? = nil) throws -> [UInt8] {
        let pskSecret = try newPSKs.map { try PSKSecret.derive(suite, $0) } ?? pskSecret
        let unsigned = GroupInfo(
            groupContext: context, extensions: extensions, confirmationTag: try tag(pskSecret), signer: signerLeaf)
        let content = try unsigned.toBeSigned()
        let info = try unsigned.signed(suite.sign(other ?? signer, "GroupInfoTBS", content.span)).encoded()
        let sealed = JoinerSecret(suite, secrets.joinerSecret).mixing(pskSecret: pskSecret).welcomeKey().seal(info.span)
        let initKey = try bundle.keyPackage.initKey.kemKey(of: suite)
        let plaintext = try secrets.encoded()
        let sealedSecrets = try plaintext.withBytes {
            try suite.seal(to: initKey, "Welcome", context: sealed.span, plaintext: $0, random: .system)
        }
        let entry = EncryptedGroupSecrets(newMember: bundle.reference, encryptedGroupSecrets: sealedSecrets)
        let welcome = Welcome(cipherSuite: welcomeSuite, secrets: [entry], encryptedGroupInfo: sealed)
        return try MLSMessage.welcome(welcome).encoded()
    }

    private func tag(_ pskSecret: Secret) throws -> [UInt8] {
        if let confirmationTag { return confirmationTag }
        guard context.version == .mls10, CipherSuite(rawValue: context.cipherSuite) != nil else { return madeTag }
        let hash = context.confirmedTranscriptHash
        return JoinerSecret(suite, secrets.joinerSecret).mixing(pskSecret: pskSecret)
            .epochSecret(context: try EpochContext(context)).confirmationTag(hash.span)
    }
}

extension RogueWelcome {
    /// The tree in it.
    func nodes() throws -> [Node?] { try #require(try extensions.ratchetTree()).nodes }

    /// Puts in another tree, with its hash.
    mutating func replaceTree(_ nodes: [Node?], hashing: Bool = true) throws {
        let others = extensions.list.filter { $0.type != .ratchetTree }
        extensions = Extensions(others + [try Extension(RatchetTreeExtension(nodes))])
        if hashing { context = context.changed(treeHash: try OwnHashes.treeHash(of: nodes, suite)) }
    }

    mutating func changeTree(hashing: Bool = true, _ change: (inout [Node?]) throws -> Void) throws {
        var nodes = try nodes()
        try change(&nodes)
        try replaceTree(nodes, hashing: hashing)
    }
}

extension GroupContext {
    /// The same context with some fields replaced.
    func changed(
        version: ProtocolVersion? = nil, cipherSuite: UInt16? = nil, groupID: GroupID? = nil, epoch: Epoch? = nil,
        treeHash: [UInt8]? = nil, extensions: Extensions? = nil
    ) -> GroupContext {
        GroupContext(
            version: version ?? self.version, cipherSuite: cipherSuite ?? self.cipherSuite,
            groupID: groupID ?? self.groupID, epoch: epoch ?? self.epoch, treeHash: treeHash ?? self.treeHash,
            confirmedTranscriptHash: confirmedTranscriptHash, extensions: extensions ?? self.extensions)
    }
}
