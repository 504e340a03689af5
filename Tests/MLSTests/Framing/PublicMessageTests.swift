import MLS
import Sodium
import TLSCodec
import Testing

struct PublicMessageTests {
    @Test(arguments: CipherSuite.all) func aMembersProposalOrCommitIsVerified(_ suite: CipherSuite) throws {
        let epoch = try SealingEpoch(suite)
        for content in [.aProposal, .aCommit] as [FramedContent.Content] {
            let signed = try epoch.signed(content, as: .publicMessage, from: 2)
            let sent = try MLSMessage.publicMessage(epoch.secrets.publicMessage(signed)).encoded()
            let received = try #require(MLSMessage(decoding: sent).asPublicMessage)
            let verified = try epoch.secrets.open(received, signatureKeys: epoch.signatureKeys)
            #expect(verified.content == signed)
            #expect(verified.sender == .member(epoch.leaf(2)))
        }
    }

    @Test func applicationDataIsRefusedBothWays() throws {
        let epoch = try SealingEpoch()
        let signed = try epoch.signed(.application([1]), as: .publicMessage, from: 0)
        #expect(throws: MLSError.invalid(.applicationDataPrivate)) { _ = try epoch.secrets.publicMessage(signed) }
        let message = PublicMessage(
            content: signed.content, auth: signed.auth, membershipTag: [UInt8](repeating: 0, count: 32))
        #expect(throws: MLSError.invalid(.applicationDataPrivate)) {
            _ = try epoch.secrets.open(message, signatureKeys: epoch.signatureKeys)
        }
    }

    @Test(arguments: [0, 1, 16, 31, 33, 64]) func aMembershipTagOfAWrongLengthIsRefused(_ count: Int) throws {
        let epoch = try SealingEpoch()
        let message = try epoch.secrets.publicMessage(epoch.signed(.aProposal, as: .publicMessage, from: 0))
        let tag = try #require(message.membershipTag)
        try refuses(message.with(tag: [UInt8]((tag + tag).prefix(count))), .membershipTag, epoch)
    }

    @Test func aMembershipTagWithAnyBitChangedIsRefused() throws {
        let epoch = try SealingEpoch()
        let message = try epoch.secrets.publicMessage(epoch.signed(.aProposal, as: .publicMessage, from: 0))
        let tag = try #require(message.membershipTag)
        for index in tag.indices { try refuses(message.with(tag: tag.flipping(index)), .membershipTag, epoch) }
    }

    @Test func aMembersMessageWithoutATagIsRefused() throws {
        let epoch = try SealingEpoch()
        let message = try epoch.secrets.publicMessage(epoch.signed(.aProposal, as: .publicMessage, from: 0))
        try refuses(message.with(tag: nil), .membershipTag, epoch)
    }

    @Test func theTagCoversTheSignatureAndTheConfirmationTag() throws {
        let epoch = try SealingEpoch()
        let message = try epoch.secrets.publicMessage(epoch.signed(.aCommit, as: .publicMessage, from: 0))
        let confirmation = try #require(message.auth.confirmationTag)
        for auth in [
            FramedContentAuthData(signature: message.auth.signature.flipping(3), confirmationTag: confirmation),
            FramedContentAuthData(signature: message.auth.signature, confirmationTag: confirmation.flipping(3)),
            FramedContentAuthData(signature: message.auth.signature, confirmationTag: []),
        ] {
            let changed = PublicMessage(content: message.content, auth: auth, membershipTag: message.membershipTag)
            try refuses(changed, .membershipTag, epoch)
        }
    }

    @Test func anotherMembersSignatureIsRefused() throws {
        let epoch = try SealingEpoch()
        let forged = try epoch.signed(.aProposal, as: .publicMessage, from: .member(epoch.leaf(1)), by: epoch.keys[2])
        try refuses(epoch.secrets.publicMessage(forged), .messageSignature, epoch)
    }

    @Test func otherGroupsEpochsAndLeavesAreRefused() throws {
        let epoch = try SealingEpoch()
        let other = try SealingEpoch(epoch: 6)
        let message = try other.secrets.publicMessage(other.signed(.aProposal, as: .publicMessage, from: 0))
        #expect(throws: MLSError.wrongEpoch) {
            _ = try epoch.secrets.open(message, signatureKeys: epoch.signatureKeys)
        }
        let outside = try epoch.signed(.aProposal, as: .publicMessage, from: .member(epoch.leaf(9)), by: epoch.keys[0])
        try refuses(epoch.secrets.publicMessage(outside), .senderIsMember, epoch)
    }

    @Test func contentSignedForAPrivateMessageIsNotSent() throws {
        let epoch = try SealingEpoch()
        let signed = try epoch.signed(.aProposal, as: .privateMessage, from: 0)
        #expect(throws: MLSError.malformed(.invalidValue)) { _ = try epoch.secrets.publicMessage(signed) }
        #expect(throws: MLSError.malformed(.invalidValue)) { _ = try PublicMessage(fromOutside: signed) }
    }

    private func refuses(_ message: PublicMessage, _ rule: ValidationRule, _ epoch: SealingEpoch) throws {
        #expect(throws: MLSError.invalid(rule)) {
            _ = try epoch.secrets.open(message, signatureKeys: epoch.signatureKeys)
        }
    }
}

extension PublicMessage {
    fileprivate func with(tag: [UInt8]?) -> PublicMessage {
        PublicMessage(content: content, auth: auth, membershipTag: tag)
    }
}
