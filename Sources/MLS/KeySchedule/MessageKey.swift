import HPKE
import Sodium

/// Key and nonce for one ciphertext, side by side in one secret (RFC 9420 §6.3.2, §9.1, §12.4.3.1). Never seal two
/// plaintexts with one; wiped with the last reference.
package final class MessageKey: Sendable {
    private let suite: CipherSuite
    private let secret: SecretBytes

    /// What ExpandWithLabel gives for "key" and "nonce" in this context.
    init(_ suite: CipherSuite, _ derivation: borrowing Derivation, context: Span<UInt8> = Span()) {
        self.suite = suite
        let keyByteCount = suite.keyByteCount
        let nonceByteCount = suite.nonceByteCount
        secret = SecretBytes(byteCount: keyByteCount + nonceByteCount) { output in
            derivation.expand(.key, context: context, byteCount: keyByteCount, into: &output, at: 0)
            derivation.expand(.nonce, context: context, byteCount: nonceByteCount, into: &output, at: keyByteCount)
        }
    }

    /// `ratchet_key` and `ratchet_nonce` of a generation.
    convenience init(_ suite: CipherSuite, _ ratchet: borrowing Derivation, _ generation: Generation) {
        let context = generation.bigEndian
        self.init(suite, ratchet, context: context.span)
    }

    /// One that was stored; `nil` unless it has the suite's length.
    init?(_ suite: CipherSuite, copying bytes: Span<UInt8>) {
        guard bytes.count == suite.keyByteCount + suite.nonceByteCount else { return nil }
        self.suite = suite
        secret = SecretBytes(copying: bytes)
    }
}

extension MessageKey {
    /// The ciphertext with its tag. The guard goes into the nonce (RFC 9420 §6.3.1).
    func seal(
        _ plaintext: Span<UInt8>, _ reuseGuard: ReuseGuard? = nil, authenticating associatedData: Span<UInt8> = Span()
    ) -> [UInt8] {
        do throws(HPKEError) {
            return try withParts(reuseGuard) { (key, nonce) throws(HPKEError) in
                try suite.hpke.aead.seal(plaintext, key: key, nonce: nonce, authenticating: associatedData)
            }
        } catch { preconditionFailure("key and nonce have the suite's lengths") }
    }

    /// The plaintext.
    ///
    /// - Throws: ``MLSError/doesNotOpen``, also for a ciphertext shorter than a tag.
    func open(
        _ ciphertext: Span<UInt8>, _ reuseGuard: ReuseGuard? = nil, authenticating associatedData: Span<UInt8> = Span()
    ) throws(MLSError) -> SecretBytes {
        do throws(HPKEError) {
            return try withParts(reuseGuard) { (key, nonce) throws(HPKEError) in
                try suite.hpke.aead.open(ciphertext, key: key, nonce: nonce, authenticating: associatedData)
            }
        } catch { throw .doesNotOpen }
    }

    /// Lends the key and the nonce behind it, for storing them.
    func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withBytes(body)
    }

    /// Lends key and nonce, for comparison with published ones.
    package func withParts<Result: ~Copyable, Failure: Error>(
        _ reuseGuard: ReuseGuard? = nil, _ body: (_ key: Span<UInt8>, _ nonce: Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withBytes { (bytes) throws(Failure) in
            let key = bytes.extracting(first: suite.keyByteCount)
            let nonce = bytes.extracting(last: suite.nonceByteCount)
            guard let reuseGuard else { return try body(key, nonce) }
            var guarded = InlineArray<32, UInt8>(repeating: 0)
            defer {
                var span = guarded.mutableSpan
                span.wipe()
            }
            for index in nonce.indices { guarded[index] = nonce[index] ^ reuseGuard[index] }
            return try body(key, guarded.span.extracting(first: nonce.count))
        }
    }
}

extension ReuseGuard {
    /// Zero behind its four bytes.
    fileprivate subscript(index: Int) -> UInt8 {
        index < 4 ? UInt8(truncatingIfNeeded: rawValue >> UInt32(24 - 8 * index)) : 0
    }
}

extension Generation {
    /// The context of DeriveTreeSecret (RFC 9420 §9.1).
    var bigEndian: InlineArray<4, UInt8> {
        InlineArray { UInt8(truncatingIfNeeded: rawValue >> UInt32(24 - 8 * $0)) }
    }
}
