import MLS

/// `psk_secret.json`: pre-shared keys, chained.
struct PSKSecretVector: MLSVector {
    struct Key: Decodable, Sendable {
        let pskId, psk, pskNonce: VectorBytes
    }

    static let suiteName = "mls-psk_secret"
    static let field = "psks"

    let cipherSuite: UInt16
    let psks: [Key]
    let pskSecret: VectorBytes

    func passes(_ suite: CipherSuite) throws -> Bool {
        let entries = psks.map { key in
            PSKSecret.Entry(id: .external(id: key.pskId.bytes, nonce: key.pskNonce.bytes), psk: key.psk.secret)
        }
        return try pskSecret.equals(PSKSecret.derive(suite, entries))
    }
}
