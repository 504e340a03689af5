import HPKE
import MLS
import Sodium
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct CryptoBasicsVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(CryptoBasicsVector.counts() == [1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1])
        #expect(CryptoBasicsVector.supported().map(\.cipherSuite) == [1, 3])
    }

    @Test(arguments: CryptoBasicsVector.supported())
    func hashesAndDerivesAsPublished(_ vector: CryptoBasicsVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let hash = vector.refHash
        #expect(suite.refHash(hash.label, hash.value.bytes) == hash.out.bytes)
        let expand = vector.expandWithLabel
        let context = try #require(expand.context).bytes
        let expanded = suite.expandWithLabel(
            expand.secret.bytes.span, Label(expand.label), context: context.span,
            byteCount: try #require(expand.length))
        #expect(expanded.copied == expand.out.bytes)
        let derive = vector.deriveSecret
        #expect(suite.deriveSecret(derive.secret.bytes.span, Label(derive.label)).copied == derive.out.bytes)
        let tree = vector.deriveTreeSecret
        let treeSecret = suite.deriveTreeSecret(
            tree.secret.bytes.span, Label(tree.label),
            generation: Generation(rawValue: try #require(tree.generation)), byteCount: try #require(tree.length))
        #expect(treeSecret.copied == tree.out.bytes)
    }

    @Test(arguments: CryptoBasicsVector.supported()) func signsAsPublished(_ vector: CryptoBasicsVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let sign = vector.signWithLabel
        let key = try #require(SignatureSecretKey(seed: sign.priv.bytes))
        let content = sign.content.bytes
        #expect(key.publicKey.bytes == sign.pub.bytes)
        #expect(suite.sign(key, Label(sign.label), content) == sign.signature.bytes)
        #expect(suite.accepts(sign.signature.bytes, by: key.publicKey, Label(sign.label), content))
        #expect(!suite.accepts(sign.signature.bytes, by: key.publicKey, "another label", content))
    }

    @Test(arguments: CryptoBasicsVector.supported()) func opensAndSealsAsPublished(_ vector: CryptoBasicsVector) throws
    {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let encrypt = vector.encryptWithLabel
        let label = Label(encrypt.label)
        let key = try KEMSecretKey(suite.hpke.kem, copying: encrypt.priv.bytes.span)
        #expect(key.publicKey.bytes == encrypt.pub.bytes)
        let published = HPKECiphertext(
            encapsulation: encrypt.kemOutput.bytes, ciphertext: encrypt.ciphertext.bytes)
        let opened = try suite.open(published, with: key, label, context: encrypt.context.bytes.span)
        #expect(opened.copied == encrypt.plaintext.bytes)
        let sealed = try suite.seal(
            to: key.publicKey, label, context: encrypt.context.bytes.span, plaintext: encrypt.plaintext.bytes.span,
            random: .system)
        let reopened = try suite.open(sealed, with: key, label, context: encrypt.context.bytes.span)
        #expect(reopened.copied == encrypt.plaintext.bytes)
        #expect(throws: HPKEError.self) {
            _ = try suite.open(sealed, with: key, "another label", context: encrypt.context.bytes.span)
        }
    }
}
