import MLS
import Sodium
import TLSCodec
import Testing

struct PrivateMessageTests {
    @Test(arguments: CipherSuite.all) func everyKindOfContentIsOpenedByAnotherMember(_ suite: CipherSuite) throws {
        let epoch = try SealingEpoch(suite)
        var sender = epoch.secrets
        var receiver = epoch.secrets
        for content in [.application([1, 2, 3]), .aProposal, .aCommit, .application([])] as [FramedContent.Content] {
            let signed = try epoch.signed(content, as: .privateMessage, from: 2)
            let sent = try sender.privateMessage(signed, padding: .none, random: .system)
            let received = try MLSMessage(decoding: MLSMessage.privateMessage(sent).encoded())
            let verified = try epoch.open(try #require(received.asPrivateMessage), with: &receiver)
            #expect(verified.framed.content == content)
            #expect(verified.framed.authenticatedData == [7, 7])
            #expect(verified.sender == .member(epoch.leaf(2)))
            #expect(verified.content == signed)
        }
    }

    @Test(arguments: CipherSuite.all) func applicationDataIsSealedAsAnyContentIs(_ suite: CipherSuite) throws {
        let epoch = try SealingEpoch(suite)
        var sender = epoch.secrets
        var receiver = epoch.secrets
        for count in [0, 1, 63, 64, 100, 16_383, 16_384, 70_000] {
            let data = [UInt8](repeating: 5, count: count)
            let sealed = try epoch.seal(data, from: 3, with: &sender, authenticatedData: [UInt8](data.prefix(300)))
            let opened = try epoch.open(sealed, with: &receiver)
            #expect(opened.framed.content == .application(data))
            #expect(opened.framed.authenticatedData == [UInt8](data.prefix(300)))
        }
    }

    @Test func aHundredBytesCost134BytesAroundThem() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let message = try epoch.seal([UInt8](repeating: 1, count: 100), from: 1, with: &sender)
        #expect(try MLSMessage.privateMessage(message).encoded().count == 234)
    }

    @Test func oneTextSealedTwiceLooksDifferent() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        var again = sender
        let first = try epoch.seal([1], from: 1, with: &sender)
        #expect(try epoch.seal([1], from: 1, with: &sender).ciphertext != first.ciphertext)
        // The reuse guard: a state that was copied back doesn't repeat a nonce.
        #expect(try epoch.seal([1], from: 1, with: &again).ciphertext != first.ciphertext)
    }

    @Test(arguments: [0, 1, 64, 255, 4096]) func paddingIsTheSendersRuleAndCarriesNothing(_ multiple: Int) throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        var receiver = epoch.secrets
        let bare = try epoch.seal([1, 2], from: 0, with: &sender)
        let padded = try epoch.seal([1, 2], from: 0, with: &sender, padding: .multiples(of: multiple))
        if multiple > 1 {
            #expect((padded.ciphertext.count - epoch.suite.tagByteCount) % multiple == 0)
        } else {
            #expect(padded.ciphertext.count == bare.ciphertext.count)
        }
        let signed = try epoch.signed(.aProposal, as: .privateMessage, from: 1)
        let proposal = try sender.privateMessage(signed, padding: .multiples(of: multiple), random: .system)
        #expect(try epoch.open(padded, with: &receiver).framed.content == .application([1, 2]))
        #expect(try epoch.open(proposal, with: &receiver).framed.content == .aProposal)
    }

    @Test func contentSignedForAPublicMessageIsNotSealed() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let before = sender.stored
        for content in [
            try epoch.signed(.aProposal, as: .publicMessage, from: 0),
            try epoch.signed(.aProposal, as: .privateMessage, from: .newMemberProposal, by: epoch.keys[0]),
        ] {
            #expect(throws: MLSError.malformed(.invalidValue)) {
                _ = try sender.privateMessage(content, padding: .none, random: .system)
            }
        }
        #expect(sender.stored == before)
    }

    @Test func aCommitWithoutItsConfirmationTagIsNotSealed() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let before = sender.stored
        let commit = try AuthenticatedContent.signed(
            epoch.framed(.aCommit, from: .member(epoch.leaf(0))), as: .privateMessage, epoch.suite,
            groupContext: epoch.context.bytes, with: epoch.keys[0])
        #expect(throws: MLSError.malformed(.invalidValue)) {
            _ = try sender.privateMessage(commit, padding: .none, random: .system)
        }
        #expect(sender.stored == before)
    }

    @Test func nobodySealsFromOutsideOfTheTree() throws {
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        #expect(throws: MLSError.noSuchMember) {
            _ = try sender.seal(
                application: [], authenticatedData: [], from: epoch.leaf(4), with: epoch.keys[0], padding: .none,
                random: .system)
        }
    }

    @Test func theReuseGuardComesFromTheRandomSource() throws {
        let epoch = try SealingEpoch()
        let source = RandomSource { span in for index in span.indices { span[index] = 0xA0 + UInt8(index) } }
        var sender = epoch.secrets
        let message = try sender.seal(
            application: [1], authenticatedData: [], from: epoch.leaf(0), with: epoch.keys[0], padding: .none,
            random: source)
        let data = try epoch.secrets.senderData(of: message)
        #expect(try data.reuseGuard.encoded() == [0xA0, 0xA1, 0xA2, 0xA3])
        #expect(data.leafIndex == epoch.leaf(0))
        #expect(data.generation == .first)
    }
}
