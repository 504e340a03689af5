import Sodium

/// X-Wing: ML-KEM-768 with X25519 (draft-connolly-cfrg-xwing-kem), from swift-crypto.
enum XWing {
    static let seedByteCount = 32

    /// Bytes of stack that are zeroed behind each operation: it leaves seeds and shared secrets in its frames.
    static let stackByteCount = 32_768

    /// SHAKE256(ikm ‖ "HPKE-v1" ‖ "KEM" ‖ 0x647a ‖ I2OSP(13, 2) ‖ "DeriveKeyPair" ‖ I2OSP(32, 2)), 32 bytes:
    /// the one-stage LabeledDerive of draft-ietf-hpke-pq. The X-Wing draft's own formula has no label.
    static func deriveSeed(from ikm: Span<UInt8>) -> SecretBytes {
        var hash = SHAKE256()
        hash.absorb(ikm)
        hash.absorb(deriveKeyPairLabel.span)
        return hash.squeeze(byteCount: seedByteCount)
    }

    private static let deriveKeyPairLabel: [UInt8] =
        SuiteID.prefix(KEM.xWing) + SuiteID.bytes(13) + Array("DeriveKeyPair".utf8)
        + SuiteID.bytes(UInt16(seedByteCount))
}
