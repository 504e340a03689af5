import HPKE
import MLS
import Sodium

/// `crypto-basics.json`: a suite's labelled hash, derivations, signature and encryption.
struct CryptoBasicsVector: MLSVector {
    struct RefHash: Decodable, Sendable {
        let label: String
        let value, out: VectorBytes
    }

    struct Derived: Decodable, Sendable {
        let secret: VectorBytes
        let label: String
        let context: VectorBytes?
        let generation: UInt32?
        /// A hash if there is none.
        let length: UInt16?
        let out: VectorBytes
    }

    struct Signed: Decodable, Sendable {
        let priv, pub, content: VectorBytes
        let label: String
        let signature: VectorBytes
    }

    struct Encrypted: Decodable, Sendable {
        let priv, pub: VectorBytes
        let label: String
        let context, plaintext, kemOutput, ciphertext: VectorBytes
    }

    static let suiteName = "mls-crypto-basics"
    static let field = "ref_hash"

    let cipherSuite: UInt16
    let refHash: RefHash
    let expandWithLabel, deriveSecret, deriveTreeSecret: Derived
    let signWithLabel: Signed
    let encryptWithLabel: Encrypted

    func passes(_ suite: CipherSuite) throws -> Bool {
        let hash = suite.refHash(refHash.label, refHash.value.bytes.span)
        return try refHash.out.bytes == hash && derives(suite) && signs(suite) && encrypts(suite)
    }

    private func derives(_ suite: CipherSuite) -> Bool {
        let (expand, derive, tree) = (expandWithLabel, deriveSecret, deriveTreeSecret)
        guard let context = expand.context, let expandLength = expand.length, let generation = tree.generation,
            let treeLength = tree.length, max(expandLength, treeLength) <= Derivation.byteCountMax
        else { return false }
        let expanded = suite.expandWithLabel(
            expand.secret.bytes.span, Label(expand.label), context: context.bytes.span, byteCount: Int(expandLength))
        let derived = suite.deriveSecret(derive.secret.bytes.span, Label(derive.label))
        let treeSecret = suite.deriveTreeSecret(
            tree.secret.bytes.span, Label(tree.label), generation: Generation(rawValue: generation),
            byteCount: Int(treeLength))
        return expand.out.equals(expanded) && derive.out.equals(derived) && tree.out.equals(treeSecret)
    }

    /// Ed25519 signs the same bytes each time, so the file's signature is also ours.
    private func signs(_ suite: CipherSuite) -> Bool {
        let (sign, label) = (signWithLabel, Label(signWithLabel.label))
        guard let key = SignatureSecretKey(seed: sign.priv.bytes), key.publicKey.bytes == sign.pub.bytes else {
            return false
        }
        return suite.isValid(sign.signature.bytes.span, by: key.publicKey, label, sign.content.bytes.span)
            && suite.sign(key, label, sign.content.bytes.span) == sign.signature.bytes
    }

    private func encrypts(_ suite: CipherSuite) throws -> Bool {
        let (encrypt, label) = (encryptWithLabel, Label(encryptWithLabel.label))
        let key = try KEMSecretKey(suite.hpke.kem, copying: encrypt.priv.bytes.span)
        let published = HPKECiphertext(
            encapsulation: encrypt.kemOutput.bytes, ciphertext: encrypt.ciphertext.bytes)
        let own = try suite.seal(
            to: key.publicKey, label, context: encrypt.context.bytes.span, plaintext: encrypt.plaintext.bytes.span,
            random: .system)
        return try key.publicKey.bytes == encrypt.pub.bytes
            && [published, own].allSatisfy { sealed in
                try encrypt.plaintext.equals(
                    suite.open(sealed, with: key, label, context: encrypt.context.bytes.span))
            }
    }
}
