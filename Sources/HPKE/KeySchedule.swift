import Sodium

/// KeySchedule of RFC 9180 §5.1: shared secret, info and PSK become the secrets of one context.
///
/// It stops at the pseudorandom key, so that a single-shot seal never derives an exporter secret.
struct KeySchedule: ~Copyable {
    let suite: HPKESuite
    private let secret: HMACSHA256
    private let context: InlineArray<65, UInt8>

    init(_ info: PreparedInfo, sharedSecret: borrowing SecretBytes, psk: PSK?) {
        suite = info.suite
        let labels = SuiteLabels.of(suite)
        let pskIDHash = psk.map { psk in Self.hash(labels.pskIDHash, psk.id.span) } ?? labels.emptyPSKIDHash
        context = Self.context(mode: psk == nil ? 0x00 : 0x01, pskIDHash, info.hash)
        var extracting = sharedSecret.withBytes { shared in HMACSHA256(key: shared) }
        extracting.update(labels.secret)
        psk?.key.withBytes { key in extracting.update(key) }
        secret = extracting.finishKey()
    }

    func key() throws(HPKEError) -> SecretBytes {
        try expand(SuiteLabels.of(suite).key, byteCount: suite.aead.keyByteCount)
    }

    func baseNonce() throws(HPKEError) -> SecretBytes {
        try expand(SuiteLabels.of(suite).baseNonce, byteCount: suite.aead.nonceByteCount)
    }

    func exporterSecret() throws(HPKEError) -> SecretBytes {
        try expand(SuiteLabels.of(suite).exporterSecret, byteCount: suite.kdf.digestByteCount)
    }

    /// Lends key and nonce of the first message: the base nonce as it is, for its sequence number is 0.
    func withFirstKey<Result: ~Copyable>(
        _ body: (_ key: Span<UInt8>, _ nonce: Span<UInt8>) throws(HPKEError) -> Result
    ) throws(HPKEError) -> Result {
        let key = try key()
        let nonce = try baseNonce()
        return try key.withBytes { (key) throws(HPKEError) in
            try nonce.withBytes { (nonce) throws(HPKEError) in try body(key, nonce) }
        }
    }

    private func expand(_ label: [UInt8], byteCount: Int) throws(HPKEError) -> SecretBytes {
        try suite.kdf.expand(secret.copy(), byteCount: byteCount) { mac in
            mac.update(label)
            mac.update(context.span)
        }
    }

    /// LabeledExtract without a salt, of public bytes.
    static func hash(_ label: [UInt8], _ bytes: Span<UInt8>) -> [UInt8] {
        var mac = HMACSHA256.unsalted()
        mac.update(label)
        mac.update(bytes)
        return mac.finish()
    }

    private static func context(mode: UInt8, _ pskIDHash: [UInt8], _ infoHash: [UInt8]) -> InlineArray<65, UInt8> {
        InlineArray<65, UInt8> { index in
            switch index {
            case 0: mode
            case 1...32: pskIDHash[index - 1]
            default: infoHash[index - 33]
            }
        }
    }
}
