public import Sodium

/// How secrets are drawn from secrets (RFC 9180 §7.2).
public enum KDF: UInt16, Hashable, Sendable, CaseIterable {
    /// HKDF-SHA256 (RFC 5869).
    case hkdfSHA256 = 0x0001

    /// Nh, also the length of a pseudorandom key.
    public var digestByteCount: Int { SHA256.byteCount }

    /// The most that ``expand(_:info:byteCount:)`` gives (RFC 5869 §2.3).
    public var outputByteCountMax: Int { 255 * digestByteCount }

    /// A pseudorandom key of ``digestByteCount`` bytes (RFC 5869 §2.2). An empty salt counts as zeros.
    public func extract(salt: Span<UInt8>, inputKeyMaterial: Span<UInt8>) -> SecretBytes {
        var mac = HMACSHA256(key: salt)
        mac.update(inputKeyMaterial)
        return mac.finishSecret()
    }

    /// `byteCount` bytes of output key material (RFC 5869 §2.3).
    ///
    /// - Throws: ``HPKEError/outputTooLong`` below 0 or above ``outputByteCountMax``.
    public func expand(
        _ pseudorandomKey: Span<UInt8>, info: Span<UInt8>, byteCount: Int
    ) throws(HPKEError) -> SecretBytes {
        try expand(HMACSHA256(key: pseudorandomKey), byteCount: byteCount) { mac in mac.update(info) }
    }

    /// The same under a key that is absorbed already, with an info that `feed` gives piece by piece.
    func expand(
        _ keyed: consuming HMACSHA256, byteCount: Int, info feed: (inout HMACSHA256) -> Void
    ) throws(HPKEError) -> SecretBytes {
        guard byteCount >= 0, byteCount <= outputByteCountMax else { throw .outputTooLong }
        guard byteCount > digestByteCount else {
            feed(&keyed)
            keyed.update(byte: 1)
            return keyed.finishSecret(byteCount: byteCount)
        }
        return SecretBytes(byteCount: byteCount) { output in
            for offset in stride(from: 0, to: byteCount, by: digestByteCount) {
                var mac = keyed.copy()
                if offset > 0 { mac.update(output.span.extracting((offset - digestByteCount)..<offset)) }
                feed(&mac)
                mac.update(byte: UInt8(offset / digestByteCount + 1))
                mac.finish(into: &output, at: offset)
            }
        }
    }
}
