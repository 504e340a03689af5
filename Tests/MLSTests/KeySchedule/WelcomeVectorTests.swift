import HPKE
import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct WelcomeVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(WelcomeVector.counts() == [1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1])
        #expect(WelcomeVector.supported().map(\.cipherSuite) == [1, 3])
    }

    @Test(arguments: WelcomeVector.supported())
    func opensTheWelcomeAndComesToItsEpoch(_ vector: WelcomeVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let welcome = try #require(MLSMessage(decoding: vector.welcome.bytes).asWelcome)
        let secrets = try secrets(of: welcome, vector, suite)
        #expect(secrets.psks.isEmpty)
        let intermediate = JoinerSecret(suite, secrets.joinerSecret).mixing(pskSecret: suite.zeroSecret)
        let opened = try intermediate.welcomeKey().open(welcome.encryptedGroupInfo.span)
        let groupInfo = try GroupInfo(decoding: opened.copied)
        let signed = try groupInfo.toBeSigned()
        let signer = SignaturePublicKey(vector.signerPub.bytes)
        #expect(suite.accepts(groupInfo.signature, by: signer, "GroupInfoTBS", signed))
        let context = try EpochContext(groupInfo.groupContext)
        let started = intermediate.epochSecret(context: context).start(context, leafCount: .one)
        #expect(started.isConfirmed(by: groupInfo.confirmationTag))
        #expect(!started.isConfirmed(by: groupInfo.confirmationTag + [0]))
        #expect(!started.isConfirmed(by: []))
    }

    private func secrets(of welcome: Welcome, _ vector: WelcomeVector, _ suite: CipherSuite) throws -> GroupSecrets {
        let keyPackage = try #require(MLSMessage(decoding: vector.keyPackage.bytes).asKeyPackage)
        let reference = suite.refHash("MLS 1.0 KeyPackage Reference", try keyPackage.encoded())
        let entry = try #require(welcome.secrets.first { $0.newMember.bytes == reference })
        let key = try KEMSecretKey(suite.hpke.kem, copying: vector.initPriv.bytes.span)
        return try suite.openGroupSecrets(
            entry.encryptedGroupSecrets, with: key, encryptedGroupInfo: welcome.encryptedGroupInfo)
    }
}
