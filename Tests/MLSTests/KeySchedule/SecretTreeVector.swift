/// A case of `secret-tree.json`.
struct SecretTreeVector: SuiteVector {
    struct SenderData: Decodable {
        let senderDataSecret, ciphertext, key, nonce: HexBytes
    }

    struct Turn: Decodable {
        let generation: UInt32
        let handshakeKey, handshakeNonce, applicationKey, applicationNonce: HexBytes
    }

    static let fileName = "secret-tree.json"
    let cipherSuite: UInt16
    let senderData: SenderData
    let encryptionSecret: HexBytes
    let leaves: [[Turn]]
    var name: String { "\(leaves.count) leaves" }
}
