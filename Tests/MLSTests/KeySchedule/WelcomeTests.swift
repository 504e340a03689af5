import HPKE
import MLS
import Sodium
import Testing

struct WelcomeTests {
    @Test(arguments: CipherSuite.all) func groupSecretsOpenForTheirOwnerAlone(_ suite: CipherSuite) throws {
        let key = KEMSecretKey.random(suite.hpke.kem)
        let psk = PreSharedKeyID.external(id: [1], nonce: [2])
        for path in [nil, Secret(copying: [UInt8](repeating: 6, count: 32))] {
            let secrets = GroupSecrets(
                joinerSecret: Secret(copying: [UInt8](repeating: 5, count: 32)), pathSecret: path, psks: [psk])
            let sealed = try suite.groupSecretsEncryption(encryptedGroupInfo: [1, 2, 3])
                .seal(secrets, to: key.publicKey, random: .system)
            let opened = try suite.openGroupSecrets(sealed, with: key, encryptedGroupInfo: [1, 2, 3])
            #expect(opened.joinerSecret.copied == secrets.joinerSecret.copied)
            #expect(opened.pathSecret?.copied == path?.copied)
            #expect(opened.psks == [psk])
            #expect(throws: MLSError.doesNotOpen) {
                _ = try suite.openGroupSecrets(sealed, with: key, encryptedGroupInfo: [1, 2, 4])
            }
            #expect(throws: MLSError.doesNotOpen) {
                _ = try suite.openGroupSecrets(
                    sealed, with: .random(suite.hpke.kem), encryptedGroupInfo: [1, 2, 3])
            }
            for damaged in [
                HPKECiphertext(encapsulation: [], ciphertext: sealed.ciphertext),
                HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: []),
                HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: sealed.ciphertext.flipping(0)),
            ] {
                #expect(throws: MLSError.doesNotOpen) {
                    _ = try suite.openGroupSecrets(damaged, with: key, encryptedGroupInfo: [1, 2, 3])
                }
            }
        }
    }

    @Test(arguments: CipherSuite.all)
    func aGroupInfoOpensForThoseWhoHaveJoinerSecretAndPSKs(_ suite: CipherSuite) throws {
        let joiner = Secret(copying: [UInt8](repeating: 1, count: 32))
        let psk = Secret(copying: [UInt8](repeating: 2, count: 32))
        func key(_ psk: Secret) -> WelcomeKey { JoinerSecret(suite, joiner).mixing(pskSecret: psk).welcomeKey() }
        let sealed = key(psk).seal([7, 8, 9].span)
        #expect(sealed.count == 3 + suite.tagByteCount)
        #expect(try key(psk).open(sealed.span).copied == [7, 8, 9])
        #expect(throws: MLSError.doesNotOpen) { _ = try key(suite.zeroSecret).open(sealed.span) }
        for count in 0..<sealed.count {
            let shorter = Array(sealed.prefix(count))
            #expect(throws: MLSError.doesNotOpen) { _ = try key(psk).open(shorter.span) }
        }
    }
}
