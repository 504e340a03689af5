/// What stands before the input of each labelled derivation of a suite, encoded once (RFC 9180 §4).
final class SuiteLabels: Sendable {
    let infoHash: [UInt8]
    let pskIDHash: [UInt8]
    let secret: [UInt8]
    /// With the output's length in front, as LabeledExpand has it.
    let key: [UInt8]
    let baseNonce: [UInt8]
    let exporterSecret: [UInt8]
    /// Without a length: the caller of the exporter chooses it.
    let export: [UInt8]
    /// LabeledExtract("", "psk_id_hash", ""): the same for every message without a PSK.
    let emptyPSKIDHash: [UInt8]

    private init(_ suite: HPKESuite) {
        let prefix = SuiteID.prefix(suite)
        func label(_ text: StaticString) -> [UInt8] { prefix + Array(text.description.utf8) }
        func label(_ text: StaticString, giving byteCount: Int) -> [UInt8] {
            SuiteID.bytes(UInt16(byteCount)) + label(text)
        }
        infoHash = label("info_hash")
        pskIDHash = label("psk_id_hash")
        secret = label("secret")
        key = label("key", giving: suite.aead.keyByteCount)
        baseNonce = label("base_nonce", giving: suite.aead.nonceByteCount)
        exporterSecret = label("exp", giving: suite.kdf.digestByteCount)
        export = label("sec")
        var mac = HMACSHA256.unsalted()
        mac.update(pskIDHash)
        emptyPSKIDHash = mac.finish()
    }

    private static let x25519AES = SuiteLabels(HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: .aes128GCM))
    private static let x25519ChaCha = SuiteLabels(HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: .chaCha20Poly1305))
    private static let xWingAES = SuiteLabels(HPKESuite(kem: .xWing, kdf: .hkdfSHA256, aead: .aes128GCM))
    private static let xWingChaCha = SuiteLabels(HPKESuite(kem: .xWing, kdf: .hkdfSHA256, aead: .chaCha20Poly1305))

    static func of(_ suite: HPKESuite) -> SuiteLabels {
        switch (suite.kem, suite.kdf, suite.aead) {
        case (.x25519, .hkdfSHA256, .aes128GCM): x25519AES
        case (.x25519, .hkdfSHA256, .chaCha20Poly1305): x25519ChaCha
        case (.xWing, .hkdfSHA256, .aes128GCM): xWingAES
        case (.xWing, .hkdfSHA256, .chaCha20Poly1305): xWingChaCha
        }
    }
}
