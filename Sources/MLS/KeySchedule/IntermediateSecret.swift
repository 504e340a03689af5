package import Sodium

/// What joiner secret and PSKs are extracted to (RFC 9420 §8): the Welcome's key and the epoch's secret come from it,
/// then it is gone.
package struct IntermediateSecret: ~Copyable, Sendable {
    private let suite: CipherSuite
    private let secret: Secret

    init(_ suite: CipherSuite, _ secret: Secret) {
        self.suite = suite
        self.secret = secret
    }

    /// What seals and opens the Welcome's group info.
    package func welcomeKey() -> WelcomeKey { WelcomeKey(suite, welcomeSecret) }

    /// `welcome_secret`.
    package var welcomeSecret: Secret { suite.deriveSecret(secret, .welcome) }

    /// The secret of the epoch with this context.
    package consuming func epochSecret(context: EpochContext) -> EpochSecret {
        let epochSecret = secret.withBytes { [suite] secret in
            suite.expandWithLabel(secret, .epoch, context: context.bytes.span, byteCount: suite.hashByteCount)
        }
        return EpochSecret(suite, epochSecret)
    }
}
