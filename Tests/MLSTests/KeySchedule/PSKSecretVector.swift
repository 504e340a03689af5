/// A case of `psk_secret.json`.
struct PSKSecretVector: SuiteVector {
    struct Key: Decodable {
        let pskId, psk, pskNonce: HexBytes
    }

    static let fileName = "psk_secret.json"
    let cipherSuite: UInt16
    let psks: [Key]
    let pskSecret: HexBytes
    var name: String { "\(psks.count) keys" }
}
