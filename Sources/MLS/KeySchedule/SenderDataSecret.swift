package import Sodium

/// `sender_data_secret`: from it and a sample of each ciphertext comes the key that hides who sealed it
/// (RFC 9420 §6.3.2).
package final class SenderDataSecret: Sendable {
    private let suite: CipherSuite
    let secret: Secret
    private let derivation: Derivation

    package init(_ suite: CipherSuite, _ secret: Secret) {
        self.suite = suite
        self.secret = secret
        derivation = Derivation(from: secret)
    }

    /// The key for the sender data that goes with `ciphertext`; of a short one all is the sample.
    package func key(for ciphertext: Span<UInt8>) -> MessageKey {
        MessageKey(suite, derivation, context: ciphertext.extracting(first: suite.hashByteCount))
    }
}
