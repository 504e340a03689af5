import Sodium

/// What both ends of a context hold (RFC 9180 §5.2): key, base nonce, sequence number, exporter secret.
struct ContextState: ~Copyable {
    private let suite: HPKESuite
    private let key: SecretBytes
    private let baseNonce: SecretBytes
    private let exporterSecret: SecretBytes
    private(set) var sequenceNumber: UInt64 = 0

    init(_ schedule: consuming KeySchedule) throws(HPKEError) {
        suite = schedule.suite
        let key = try schedule.key()
        let baseNonce = try schedule.baseNonce()
        let exporterSecret = try schedule.exporterSecret()
        self.key = key
        self.baseNonce = baseNonce
        self.exporterSecret = exporterSecret
    }

    mutating func seal(
        _ plaintext: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> [UInt8] {
        let nonce = try nonce()
        let ciphertext = try key.withBytes { (key) throws(HPKEError) in
            try suite.aead.seal(plaintext, key: key, nonce: nonce.span, authenticating: associatedData)
        }
        sequenceNumber += 1
        return ciphertext
    }

    /// The sequence number moves on only when a message opened.
    mutating func open(
        _ ciphertext: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        let nonce = try nonce()
        let plaintext = try key.withBytes { (key) throws(HPKEError) in
            try suite.aead.open(ciphertext, key: key, nonce: nonce.span, authenticating: associatedData)
        }
        sequenceNumber += 1
        return plaintext
    }

    /// RFC 9180 §5.3.
    func export(_ context: Span<UInt8>, byteCount: Int) throws(HPKEError) -> SecretBytes {
        try suite.export(from: exporterSecret, context: context, byteCount: byteCount)
    }

    /// Skips messages, never back: a nonce can't come again.
    mutating func skip(to sequenceNumber: UInt64) {
        self.sequenceNumber = max(self.sequenceNumber, sequenceNumber)
    }

    /// ComputeNonce, refused at the last number, which is never used: so the increment after it can't wrap.
    private func nonce() throws(HPKEError) -> InlineArray<12, UInt8> {
        guard sequenceNumber < .max else { throw .messageLimitReached }
        let number = sequenceNumber
        return baseNonce.withBytes { base in
            InlineArray<12, UInt8> { index in
                index < 4 ? base[index] : base[index] ^ UInt8(truncatingIfNeeded: number >> UInt64((11 - index) * 8))
            }
        }
    }
}
