package import Sodium

/// `joiner_secret` (RFC 9420 §8): what a committer and those it welcomes share before PSKs come in. It is gone once the
/// epoch's secret has been made from it.
package struct JoinerSecret: ~Copyable, Sendable {
    private let suite: CipherSuite
    /// What stands in a Welcome's group secrets. Whoever keeps it can read the epoch.
    package let secret: Secret

    /// The one that a Welcome brought.
    package init(_ suite: CipherSuite, _ secret: Secret) {
        self.suite = suite
        self.secret = secret
    }

    /// From the init secret of the epoch before (or of an external init) and the commit's secret; a commit without a
    /// path has a zero one, see ``CipherSuite/zeroSecret``.
    package init(initSecret: Secret, commitSecret: Secret, context: EpochContext) {
        suite = context.suite
        let extracted = suite.extract(salt: initSecret, inputKeyMaterial: commitSecret)
        secret = extracted.withBytes { [suite] extracted in
            suite.expandWithLabel(
                extracted, .joiner, context: context.bytes.span, byteCount: suite.hashByteCount)
        }
    }

    /// Mixes the PSKs in; without any, theirs is ``CipherSuite/zeroSecret``.
    package consuming func mixing(pskSecret: Secret) -> IntermediateSecret {
        IntermediateSecret(suite, suite.extract(salt: secret, inputKeyMaterial: pskSecret))
    }
}

extension CipherSuite {
    /// `0` of RFC 9420 §8: as many zeros as a hash is long.
    package var zeroSecret: Secret { Secret(SecretBytes(byteCount: hashByteCount) { _ in }) }

    /// KDF.Extract with a secret salt.
    func extract(salt: Secret, inputKeyMaterial: Secret) -> Secret {
        salt.withBytes { salt in
            inputKeyMaterial.withBytes { extract(salt: salt, inputKeyMaterial: $0) }
        }
    }
}
