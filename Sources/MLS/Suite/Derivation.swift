import HPKE
package import Sodium

/// One secret from which others are expanded (RFC 9420 §8). What its MAC makes of the secret is hashed once, however
/// many follow; it is wiped with the value. Its hash is SHA-256, that of every suite here.
package struct Derivation: ~Copyable, Sendable {
    /// What HKDF-Expand gives at most: 255 hashes (RFC 5869 §2.3).
    package static let byteCountMax = 255 * SHA256.byteCount

    private let keyed: HMACSHA256

    package init(from secret: Span<UInt8>) { keyed = HMACSHA256(key: secret) }

    package init(from secret: Secret) { self = secret.withBytes { Derivation(from: $0) } }

    /// ExpandWithLabel. `byteCount` is the program's own, at most ``byteCountMax``.
    package func expand(
        _ label: Label, context: Span<UInt8> = Span(), byteCount: Int
    ) -> SecretBytes {
        SecretBytes(byteCount: byteCount) { output in
            expand(label, context: context, byteCount: byteCount, into: &output, at: 0)
        }
    }

    /// ExpandWithLabel into `byteCount` bytes of `output` from `offset` on. It may write on behind them, within
    /// `output`: fill it from the front.
    package func expand(
        _ label: Label, context: Span<UInt8> = Span(), byteCount: Int, into output: inout MutableSpan<UInt8>,
        at offset: Int
    ) {
        precondition(byteCount <= Self.byteCountMax && offset >= 0 && byteCount <= output.count - offset)
        var info = DerivationInfo(label, context, byteCount: byteCount)
        for (block, start) in stride(from: offset, to: offset + byteCount, by: SHA256.byteCount).enumerated() {
            info.count(block + 1)
            var mac = keyed.copy()
            // RFC 5869 §2.3: each further block hashes the one before it.
            if block > 0 { mac.update(output.span.extracting((start - SHA256.byteCount)..<start)) }
            info.withBytes { mac.update($0) }
            mac.finish(into: &output, at: start)
        }
    }
}

extension Derivation {
    /// DeriveTreeSecret (RFC 9420 §9.1): the context is the generation.
    package func expand(_ label: Label, generation: Generation, byteCount: Int) -> SecretBytes {
        let context = generation.bigEndian
        return expand(label, context: context.span, byteCount: byteCount)
    }
}
