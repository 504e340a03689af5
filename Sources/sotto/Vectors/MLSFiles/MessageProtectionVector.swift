import MLS
import Sodium
import TLSCodec

/// `message-protection.json`: a proposal, a commit and application data, each as the messages that carry it.
struct MessageProtectionVector: MLSVector {
    static let suiteName = "mls-message-protection"
    static let field = "membership_key"

    let cipherSuite: UInt16
    let groupId: VectorBytes
    let epoch: UInt64
    let treeHash, confirmedTranscriptHash, signaturePriv, signaturePub: VectorBytes
    let encryptionSecret, senderDataSecret, membershipKey: VectorBytes
    let proposal, proposalPub, proposalPriv, commit, commitPub, commitPriv, application, applicationPriv: VectorBytes

    func passes(_ suite: CipherSuite) throws -> Bool {
        guard let key = SignatureSecretKey(seed: signaturePriv.bytes), key.publicKey.bytes == signaturePub.bytes else {
            return false
        }
        let proposal = FramedContent.Content.proposal(try Proposal(decoding: proposal.bytes))
        let commit = FramedContent.Content.commit(try Commit(decoding: commit.bytes))
        let application = FramedContent.Content.application(application.bytes)
        let own =
            try [proposal, commit].map { try ($0, protected($0, as: .publicMessage, key)) }
            + [proposal, commit, application].map { try ($0, protected($0, as: .privateMessage, key)) }
        let published = [
            (proposal, proposalPub), (proposal, proposalPriv), (commit, commitPub), (commit, commitPriv),
            (application, applicationPriv),
        ].map { ($0.0, $0.1.bytes) }
        return try (published + own).allSatisfy { try opened($0.1) == $0.0 }
            && (try? protected(application, as: .publicMessage, key)) == nil
    }

    /// What a message holds, if it comes from the sender.
    private func opened(_ bytes: [UInt8]) throws -> FramedContent.Content? {
        var secrets = try secrets()
        let keys: SignatureKeys = { $0 == Self.sender ? SignaturePublicKey(signaturePub.bytes) : nil }
        switch try MLSMessage(decoding: bytes) {
        case .publicMessage(let message): return try secrets.open(message, signatureKeys: keys).framed.content
        case .privateMessage(let message):
            return try secrets.open(message, limits: RatchetLimits(), signatureKeys: keys).framed.content
        default: return nil
        }
    }

    private func protected(
        _ content: FramedContent.Content, as wireFormat: WireFormat, _ key: SignatureSecretKey
    ) throws -> [UInt8] {
        var secrets = try secrets()
        let framed = FramedContent(
            groupID: secrets.context.groupID, epoch: secrets.context.epoch, sender: Self.sender,
            authenticatedData: [1, 2, 3], content: content)
        var signed = try AuthenticatedContent.signed(
            framed, as: wireFormat, secrets.suite, groupContext: secrets.context.bytes, with: key)
        if content.type == .commit {
            signed = signed.confirmed(by: [UInt8](repeating: 7, count: secrets.suite.hashByteCount))
        }
        let message: MLSMessage =
            switch wireFormat {
            case .publicMessage: .publicMessage(try secrets.publicMessage(signed))
            default: .privateMessage(try secrets.privateMessage(signed, padding: .none, random: .system))
            }
        return try message.encoded()
    }

    /// The group's two members know the same.
    private func secrets() throws -> EpochSecrets {
        let context = try EpochContext(
            GroupContext(
                cipherSuite: cipherSuite, groupID: GroupID(groupId.bytes), epoch: Epoch(rawValue: epoch),
                treeHash: treeHash.bytes, confirmedTranscriptHash: confirmedTranscriptHash.bytes, extensions: []))
        let tree = SecretTree(
            context.suite, encryptionSecret: encryptionSecret.secret,
            leafCount: LeafCount(holding: LeafIndex(rawValue: 1)))
        return EpochSecrets(
            context: context, senderDataSecret: senderDataSecret.secret, membershipKey: membershipKey.secret,
            tree: tree)
    }

    private static let sender = Sender.member(LeafIndex(rawValue: 1))
}
