/// A case of `key-schedule.json`.
struct KeyScheduleVector: SuiteVector {
    struct Epoch: Decodable {
        let treeHash, commitSecret, pskSecret, confirmedTranscriptHash, groupContext: HexBytes
        let joinerSecret, welcomeSecret, initSecret, senderDataSecret, encryptionSecret, exporterSecret: HexBytes
        let epochAuthenticator, externalSecret, confirmationKey, membershipKey, resumptionPsk, externalPub: HexBytes
        let exporter: Exporter
    }

    struct Exporter: Decodable {
        let label: String
        let context: HexBytes
        let length: Int
        let secret: HexBytes
    }

    static let fileName = "key-schedule.json"
    let cipherSuite: UInt16
    let groupId: HexBytes
    let initialInitSecret: HexBytes
    let epochs: [Epoch]
}
