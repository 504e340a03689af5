import HPKE
import MLS
import TLSCodec

/// `welcome.json`: a Welcome, opened with a key package's init key, and the epoch that it leads to.
struct WelcomeVector: MLSVector {
    static let suiteName = "mls-welcome"
    static let field = "signer_pub"

    let cipherSuite: UInt16
    let initPriv, signerPub, keyPackage, welcome: VectorBytes

    func passes(_ suite: CipherSuite) throws -> Bool {
        guard let welcome = try MLSMessage(decoding: welcome.bytes).asWelcome,
            let secrets = try secrets(of: welcome, suite), secrets.psks.isEmpty
        else { return false }
        let intermediate = JoinerSecret(suite, secrets.joinerSecret).mixing(pskSecret: suite.zeroSecret)
        let opened = try intermediate.welcomeKey().open(welcome.encryptedGroupInfo.span)
        let info = try GroupInfo(decoding: opened.copiedForVectors())
        let signed = try info.toBeSigned()
        let signer = SignaturePublicKey(signerPub.bytes)
        guard suite.isValid(info.signature.span, by: signer, "GroupInfoTBS", signed.span) else { return false }
        let context = try EpochContext(info.groupContext)
        let started = intermediate.epochSecret(context: context).start(context, leafCount: .one)
        return started.isConfirmed(by: info.confirmationTag)
    }

    /// What is there for the key package; nil if there is nothing.
    private func secrets(of welcome: Welcome, _ suite: CipherSuite) throws -> GroupSecrets? {
        guard let keyPackage = try MLSMessage(decoding: keyPackage.bytes).asKeyPackage else { return nil }
        let reference = try keyPackage.reference
        guard let entry = welcome.secrets.first(where: { $0.newMember == reference }) else { return nil }
        return try suite.openGroupSecrets(
            entry.encryptedGroupSecrets, with: KEMSecretKey(suite.hpke.kem, copying: initPriv.bytes.span),
            encryptedGroupInfo: welcome.encryptedGroupInfo)
    }
}
