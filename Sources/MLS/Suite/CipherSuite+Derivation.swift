import HPKE
package import Sodium

extension CipherSuite {
    /// KDF.Extract (RFC 5869 §2.2).
    package func extract(salt: Span<UInt8>, inputKeyMaterial: Span<UInt8>) -> Secret {
        Secret(hpke.kdf.extract(salt: salt, inputKeyMaterial: inputKeyMaterial))
    }

    /// ExpandWithLabel (RFC 9420 §8). `byteCount` is the program's own, at most ``Derivation/byteCountMax``. Where
    /// several follow from one secret a ``Derivation`` is faster.
    package func expandWithLabel(
        _ secret: Span<UInt8>, _ label: Label, context: Span<UInt8> = Span(), byteCount: Int
    ) -> Secret {
        let derivation = Derivation(from: secret)
        return Secret(derivation.expand(label, context: context, byteCount: byteCount))
    }

    /// DeriveSecret (RFC 9420 §8): as long as a hash, no context.
    package func deriveSecret(_ secret: Span<UInt8>, _ label: Label) -> Secret {
        expandWithLabel(secret, label, byteCount: hashByteCount)
    }

    /// DeriveSecret (RFC 9420 §8).
    package func deriveSecret(_ secret: Secret, _ label: Label) -> Secret {
        secret.withBytes { deriveSecret($0, label) }
    }

    /// DeriveTreeSecret (RFC 9420 §9.1): the context is the generation. For vectors and tests: a ratchet derives its
    /// keys and its next secret from one ``Derivation``.
    package func deriveTreeSecret(
        _ secret: Span<UInt8>, _ label: Label, generation: Generation, byteCount: Int
    ) -> Secret {
        let derivation = Derivation(from: secret)
        return Secret(derivation.expand(label, generation: generation, byteCount: byteCount))
    }
}
