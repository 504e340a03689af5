import MLS
import Sodium
import TLSCodec
import Testing

/// Senders that aren't members (RFC 9420 §6.1).
struct OutsideSenderTests {
    private let key = SignatureSecretKey()

    @Test func anExternalSenderProposesUnderItsOwnKey() throws {
        let epoch = try SealingEpoch()
        let message = try message(.aProposal, from: .external(SenderIndex(rawValue: 3)), epoch)
        let verified = try epoch.secrets.open(message) { sender in
            sender.asExternal?.rawValue == 3 ? key.publicKey : nil
        }
        #expect(verified.sender == .external(SenderIndex(rawValue: 3)))
        #expect(throws: MLSError.invalid(.externalSenderKnown)) {
            _ = try epoch.secrets.open(message, signatureKeys: epoch.signatureKeys)
        }
        #expect(throws: MLSError.invalid(.messageSignature)) {
            _ = try epoch.secrets.open(message) { _ in SignatureSecretKey().publicKey }
        }
    }

    @Test func anExternalSenderDoesNotCommit() throws {
        let epoch = try SealingEpoch()
        let message = try message(.aCommit, from: .external(SenderIndex(rawValue: 0)), epoch)
        #expect(throws: MLSError.invalid(.externalSenderProposes)) {
            _ = try epoch.secrets.open(message) { _ in key.publicKey }
        }
    }

    @Test func aNewMemberProposesOnlyToBeAdded() throws {
        let epoch = try SealingEpoch()
        for content in [.aProposal, .aCommit] as [FramedContent.Content] {
            let message = try message(content, from: .newMemberProposal, epoch)
            #expect(throws: MLSError.invalid(.newMemberProposalIsAdd)) {
                _ = try epoch.secrets.open(message, signatureKeys: epoch.signatureKeys)
            }
        }
    }

    @Test func aNewMemberCommitsWithAPath() throws {
        let epoch = try SealingEpoch()
        let pathless = try message(.aCommit, from: .newMemberCommit, epoch)
        #expect(throws: MLSError.invalid(.externalCommitPath)) {
            _ = try epoch.secrets.open(pathless, signatureKeys: epoch.signatureKeys)
        }
        let proposal = try message(.aProposal, from: .newMemberCommit, epoch)
        #expect(throws: MLSError.invalid(.newMemberCommitIsCommit)) {
            _ = try epoch.secrets.open(proposal, signatureKeys: epoch.signatureKeys)
        }
    }

    @Test func aNewMemberSignsWithTheKeyThatItBrings() throws {
        let epoch = try SealingEpoch()
        let leaf = LeafNode(
            encryptionKey: HPKEPublicKey([1]), signatureKey: key.publicKey, credential: .basic(identity: [1]),
            capabilities: .empty, source: .commit(parentHash: []), extensions: [])
        let commit = FramedContent.Content.commit(
            Commit(proposals: [], path: UpdatePath(leafNode: leaf, nodes: [])))
        let verified = try epoch.secrets.open(
            try message(commit, from: .newMemberCommit, epoch), signatureKeys: epoch.signatureKeys)
        #expect(verified.sender == .newMemberCommit)
        let forged = try PublicMessage(
            fromOutside: epoch.signed(commit, as: .publicMessage, from: .newMemberCommit, by: epoch.keys[0]))
        #expect(throws: MLSError.invalid(.messageSignature)) {
            _ = try epoch.secrets.open(forged, signatureKeys: epoch.signatureKeys)
        }
    }

    @Test func aNewMembersAddIsSignedWithTheKeyOfItsKeyPackage() throws {
        let epoch = try SealingEpoch()
        let leaf = LeafNode(
            encryptionKey: HPKEPublicKey([1]), signatureKey: key.publicKey, credential: .basic(identity: [1]),
            capabilities: .empty, source: .update, extensions: [])
        let add = FramedContent.Content.proposal(
            .add(Add(keyPackage: KeyPackage(cipherSuite: 3, initKey: HPKEPublicKey([2]), leafNode: leaf))))
        let message = try message(add, from: .newMemberProposal, epoch)
        #expect(try epoch.secrets.open(message, signatureKeys: epoch.signatureKeys).sender == .newMemberProposal)
    }

    @Test func aMembersContentHasNoWayWithoutTheTag() throws {
        let epoch = try SealingEpoch()
        let signed = try epoch.signed(.aProposal, as: .publicMessage, from: 0)
        #expect(throws: MLSError.malformed(.invalidValue)) { _ = try PublicMessage(fromOutside: signed) }
        let outside = try epoch.signed(.aProposal, as: .publicMessage, from: .newMemberProposal, by: key)
        #expect(throws: MLSError.malformed(.invalidValue)) { _ = try epoch.secrets.publicMessage(outside) }
    }

    /// Encoded and decoded again.
    private func message(
        _ content: FramedContent.Content, from sender: Sender, _ epoch: SealingEpoch
    ) throws -> PublicMessage {
        let signed = try epoch.signed(content, as: .publicMessage, from: sender, by: key)
        let message = MLSMessage.publicMessage(try PublicMessage(fromOutside: signed))
        return try #require(MLSMessage(decoding: message.encoded()).asPublicMessage)
    }
}

extension Capabilities {
    fileprivate static let empty = Capabilities(
        versions: [], cipherSuites: [], extensions: [], proposals: [], credentials: [])
}
