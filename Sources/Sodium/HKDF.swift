/// HKDF (RFC 5869) over any of the three hashes. libsodium 1.0.18 has none.
public enum HKDF {
    /// The pseudorandom key of §2.2, one digest long. An empty salt counts as a digest of zeros.
    public static func extract(_ algorithm: HashAlgorithm, salt: Span<UInt8>, inputKeyMaterial: Span<UInt8>)
        -> SecretBytes
    {
        var mac = HMACState(algorithm, key: salt)
        mac.update(inputKeyMaterial)
        return tag(of: &mac)
    }

    /// `byteCount` bytes of output key material (§2.3).
    ///
    /// - Throws: ``SodiumError/outputTooLong`` for more than 255 digests, ``SodiumError/wrongLength`` for less than 0.
    public static func expand(
        _ algorithm: HashAlgorithm, pseudorandomKey: Span<UInt8>, info: Span<UInt8>, byteCount: Int
    ) throws(SodiumError) -> SecretBytes {
        guard byteCount >= 0 else { throw .wrongLength }
        guard byteCount <= 255 * algorithm.digestByteCount else { throw .outputTooLong }
        var mac = HMACState(algorithm, key: pseudorandomKey)
        var block = SecretBytes(zeroed: 0)
        return SecretBytes(byteCount: byteCount) { output in
            var offset = 0
            var counter: UInt8 = 1
            while offset < byteCount {
                block.withBytes { mac.update($0) }
                mac.update(info)
                mac.update([counter])
                block = tag(of: &mac)
                let count = min(block.byteCount, byteCount - offset)
                block.withBytes { output.write($0.extracting(first: count), at: offset) }
                offset += count
                counter &+= 1
            }
        }
    }

    /// Extract, then expand.
    public static func derive(
        _ algorithm: HashAlgorithm, inputKeyMaterial: Span<UInt8>, salt: Span<UInt8>, info: Span<UInt8>, byteCount: Int
    ) throws(SodiumError) -> SecretBytes {
        let key = extract(algorithm, salt: salt, inputKeyMaterial: inputKeyMaterial)
        return try key.withBytes { (key) throws(SodiumError) in
            try expand(algorithm, pseudorandomKey: key, info: info, byteCount: byteCount)
        }
    }

    private static func tag(of mac: inout HMACState) -> SecretBytes {
        mac.finishSecret()
    }
}
