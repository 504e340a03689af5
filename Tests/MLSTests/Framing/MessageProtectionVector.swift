import MLS
import Sodium

/// A case of `message-protection.json`.
struct MessageProtectionVector: SuiteVector {
    static let fileName = "message-protection.json"
    let cipherSuite: UInt16
    let groupId: HexBytes
    let epoch: UInt64
    let treeHash, confirmedTranscriptHash, signaturePriv, signaturePub: HexBytes
    let encryptionSecret, senderDataSecret, membershipKey: HexBytes
    let proposal, proposalPub, proposalPriv, commit, commitPub, commitPriv, application, applicationPriv: HexBytes

    /// The group's two members know the same; the vectors' sender is the second.
    func secrets() throws -> EpochSecrets {
        let context = try EpochContext(
            GroupContext(
                cipherSuite: cipherSuite, groupID: GroupID(groupId.bytes), epoch: Epoch(rawValue: epoch),
                treeHash: treeHash.bytes, confirmedTranscriptHash: confirmedTranscriptHash.bytes, extensions: []))
        let tree = SecretTree(
            context.suite, encryptionSecret: Secret(copying: encryptionSecret.bytes),
            leafCount: LeafCount(holding: LeafIndex(rawValue: 1)))
        return EpochSecrets(
            context: context, senderDataSecret: Secret(copying: senderDataSecret.bytes),
            membershipKey: Secret(copying: membershipKey.bytes), tree: tree)
    }
}
