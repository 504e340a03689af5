import HPKE
import MLS
import TLSCodec

/// Small structures whose every byte can be told.
enum Samples {
    static let keyPackageLeaf = leaf(.keyPackage(Lifetime(notBefore: time(1), notAfter: time(2))))
    static let commitLeaf = leaf(.commit(parentHash: [0xCC]))

    static func time(_ seconds: UInt64) -> UnixTime { UnixTime(seconds: seconds) }

    static func leaf(_ source: LeafNodeSource, extensions: Extensions = []) -> LeafNode {
        LeafNode(
            encryptionKey: HPKEPublicKey([0xE1, 0xE2]), signatureKey: SignaturePublicKey([0x51]),
            credential: .basic(identity: [0x1D]),
            capabilities: Capabilities(
                cipherSuites: [3, 0x0A0A], extensions: [.externalSenders], proposals: [], credentials: [.basic]),
            source: source, extensions: extensions, signature: [0x5A, 0x5B])
    }

    /// ``leaf(_:extensions:)`` up to its source.
    static let leafStart: [UInt8] =
        [2, 0xE1, 0xE2] + [1, 0x51] + [0, 1, 1, 0x1D] + [2, 0, 1] + [4, 0, 3, 0x0A, 0x0A] + [2, 0, 5] + [0]
        + [2, 0, 1]
    static let leafEnd: [UInt8] = [2, 0x5A, 0x5B]
    static let lifetime: [UInt8] = [1] + [0, 0, 0, 0, 0, 0, 0, 1] + [0, 0, 0, 0, 0, 0, 0, 2]

    static let keyPackage = KeyPackage(
        cipherSuite: 3, initKey: HPKEPublicKey([0x11]), leafNode: keyPackageLeaf,
        extensions: [Extension(type: ExtensionType(rawValue: 0x1A1A), data: [9])], signature: [0x5C])

    static let groupContext = GroupContext(
        cipherSuite: 0xF04D, groupID: GroupID([0x60]), epoch: Epoch(rawValue: 0x0102_0304_0506_0708), treeHash: [0x71],
        confirmedTranscriptHash: [0x72], extensions: [])
    static let groupContextBytes: [UInt8] =
        [0, 1, 0xF0, 0x4D, 1, 0x60, 1, 2, 3, 4, 5, 6, 7, 8, 1, 0x71, 1, 0x72, 0]

    static func framed(_ sender: Sender, _ content: FramedContent.Content) -> FramedContent {
        FramedContent(
            groupID: GroupID([0x60]), epoch: Epoch(rawValue: 7), sender: sender, authenticatedData: [0xAD],
            content: content)
    }

    static let member = Sender.member(LeafIndex(rawValue: 0x0102_0304))
    static let remove = Proposal.remove(Remove(removed: LeafIndex(rawValue: 5)))
    static let commit = Commit(
        proposals: [.proposal(remove), .reference(ProposalRef([0xAB]))],
        path: UpdatePath(
            leafNode: commitLeaf,
            nodes: [
                UpdatePathNode(
                    encryptionKey: HPKEPublicKey([0x21]),
                    encryptedPathSecrets: [HPKECiphertext(encapsulation: [0x31], ciphertext: [0x32])])
            ]))
    static let contents: [FramedContent.Content] = [.application([1, 2, 3]), .proposal(remove), .commit(commit)]
    static let senders: [Sender] = [
        member, .external(SenderIndex(rawValue: 9)), .newMemberProposal, .newMemberCommit,
    ]

    static func auth(for content: FramedContent.Content) -> FramedContentAuthData {
        FramedContentAuthData(signature: [0x5D], confirmationTag: content.type == .commit ? [0x7A] : nil)
    }
}
