import MLS
import Sodium

/// An epoch of a few members, without the group around it: what each of them knows, and their signature keys.
struct SealingEpoch {
    let suite: CipherSuite
    let context: EpochContext
    let senderDataSecret = Secret(SecretBytes.random(byteCount: 32))
    let membershipKey = Secret(SecretBytes.random(byteCount: 32))
    let encryptionSecret = Secret(SecretBytes.random(byteCount: 32))
    let keys: [SignatureSecretKey]
    let leafCount: LeafCount

    init(_ suite: CipherSuite = .x25519ChaCha20Poly1305, memberCount: Int = 4, epoch: UInt64 = 5) throws {
        self.suite = suite
        keys = (0..<memberCount).map { _ in SignatureSecretKey() }
        leafCount = LeafCount(holding: LeafIndex(rawValue: UInt32(memberCount - 1)))
        context = try EpochContext(
            GroupContext(
                cipherSuite: suite.rawValue, groupID: GroupID([1, 2, 3, 4]), epoch: Epoch(rawValue: epoch),
                treeHash: [UInt8](repeating: 1, count: 32),
                confirmedTranscriptHash: [UInt8](repeating: 2, count: 32), extensions: []))
    }

    /// What a member begins the epoch with.
    var secrets: EpochSecrets {
        EpochSecrets(
            context: context, senderDataSecret: senderDataSecret, membershipKey: membershipKey,
            tree: SecretTree(suite, encryptionSecret: encryptionSecret, leafCount: leafCount))
    }

    var signatureKeys: SignatureKeys {
        { sender in
            guard let leaf = sender.asMember, leaf.rawValue < keys.count else { return nil }
            return keys[Int(leaf.rawValue)].publicKey
        }
    }

    func leaf(_ index: Int) -> LeafIndex { LeafIndex(rawValue: UInt32(index)) }

    func framed(_ content: FramedContent.Content, from sender: Sender) -> FramedContent {
        FramedContent(
            groupID: context.groupID, epoch: context.epoch, sender: sender, authenticatedData: [7, 7],
            content: content)
    }

    func signed(
        _ content: FramedContent.Content, as wireFormat: WireFormat, from sender: Sender, by key: SignatureSecretKey
    ) throws -> AuthenticatedContent {
        let signed = try AuthenticatedContent.signed(
            framed(content, from: sender), as: wireFormat, suite, groupContext: context.bytes, with: key)
        return content.type == .commit ? signed.confirmed(by: [UInt8](repeating: 3, count: 32)) : signed
    }

    func signed(
        _ content: FramedContent.Content, as wireFormat: WireFormat, from index: Int
    ) throws -> AuthenticatedContent {
        try signed(content, as: wireFormat, from: .member(leaf(index)), by: keys[index])
    }
}

extension SealingEpoch {
    func seal(
        _ data: [UInt8], from index: Int, with secrets: inout EpochSecrets, padding: Padding = .none,
        authenticatedData: [UInt8] = []
    ) throws -> PrivateMessage {
        try secrets.seal(
            application: data, authenticatedData: authenticatedData, from: leaf(index), with: keys[index],
            padding: padding, random: .system)
    }

    func open(
        _ message: PrivateMessage, with secrets: inout EpochSecrets, limits: RatchetLimits = RatchetLimits()
    ) throws -> VerifiedContent {
        try secrets.open(message, limits: limits, signatureKeys: signatureKeys)
    }

    /// A message around a plaintext that no honest sender would seal.
    func seal(
        plaintext: [UInt8], _ type: ContentType, from index: Int, with secrets: inout EpochSecrets
    ) throws -> PrivateMessage {
        try secrets.sealed(plaintext, type, authenticatedData: [], from: leaf(index), random: .system)
    }
}

extension FramedContent.Content {
    static let aProposal = FramedContent.Content.proposal(.remove(Remove(removed: LeafIndex(rawValue: 1))))
    static let aCommit = FramedContent.Content.commit(Commit(proposals: [], path: nil))
}

extension PrivateMessage {
    func with(
        groupID: GroupID? = nil, epoch: Epoch? = nil, contentType: ContentType? = nil,
        authenticatedData: [UInt8]? = nil, encryptedSenderData: [UInt8]? = nil, ciphertext: [UInt8]? = nil
    ) -> PrivateMessage {
        PrivateMessage(
            groupID: groupID ?? self.groupID, epoch: epoch ?? self.epoch,
            contentType: contentType ?? self.contentType,
            authenticatedData: authenticatedData ?? self.authenticatedData,
            encryptedSenderData: encryptedSenderData ?? self.encryptedSenderData,
            ciphertext: ciphertext ?? self.ciphertext)
    }
}

extension EpochSecrets {
    /// What is stored when a message has been sealed or opened.
    var stored: [UInt8] { messagePart().copied }
}
