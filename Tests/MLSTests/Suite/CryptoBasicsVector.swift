/// A case of `crypto-basics.json`.
struct CryptoBasicsVector: SuiteVector {
    struct RefHash: Decodable {
        let label: String
        let value: HexBytes
        let out: HexBytes
    }

    struct Expansion: Decodable {
        let secret: HexBytes
        let label: String
        let context: HexBytes?
        let generation: UInt32?
        let length: Int?
        let out: HexBytes
    }

    struct Signing: Decodable {
        let priv: HexBytes
        let pub: HexBytes
        let content: HexBytes
        let label: String
        let signature: HexBytes
    }

    struct Encryption: Decodable {
        let priv: HexBytes
        let pub: HexBytes
        let label: String
        let context: HexBytes
        let plaintext: HexBytes
        let kemOutput: HexBytes
        let ciphertext: HexBytes
    }

    static let fileName = "crypto-basics.json"
    let cipherSuite: UInt16
    let refHash: RefHash
    let expandWithLabel: Expansion
    let deriveSecret: Expansion
    let deriveTreeSecret: Expansion
    let signWithLabel: Signing
    let encryptWithLabel: Encryption
}
