import MLS
import TLSCodec
import Testing

/// What signatures, tags and hashes cover.
@Suite struct SigningTests {
    @Test func theGroupContextIsLaidOutAsTheTextSays() throws {
        #expect(try Samples.groupContext.encoded() == Samples.groupContextBytes)
        #expect(try GroupContext(decoding: Samples.groupContextBytes) == Samples.groupContext)
    }

    @Test(arguments: Samples.senders, WireFormat.allCases)
    func membersAndJoinersSignTheGroupContext(_ sender: Sender, _ wireFormat: WireFormat) throws {
        let framed = try Encoded(Samples.framed(sender, .proposal(Samples.remove)))
        let start = [0, 1, 0, UInt8(wireFormat.rawValue)] + framed.bytes
        let signed = try framed.toBeSigned(wireFormat, groupContext: Samples.groupContextBytes)
        switch sender {
        case .member, .newMemberCommit:
            #expect(signed == start + Samples.groupContextBytes)
            #expect(throws: CodecError.invalidValue) { try framed.toBeSigned(wireFormat, groupContext: nil) }
        case .external, .newMemberProposal:
            #expect(signed == start)
            #expect(try framed.toBeSigned(wireFormat, groupContext: nil) == start)
        }
    }

    @Test(arguments: Samples.contents) func aMembershipTagCoversTheProofToo(_ content: FramedContent.Content) throws {
        let framed = try Encoded(Samples.framed(Samples.member, content))
        let signed = try framed.toBeSigned(.publicMessage, groupContext: Samples.groupContextBytes)
        let proof: [UInt8] = [1, 0x5D] + (content.type == .commit ? [1, 0x7A] : [])
        #expect(try framed.toBeMACed(signed: signed, Samples.auth(for: content)) == signed + proof)
    }

    @Test func aTranscriptHashCoversACommitUpToItsSignature() throws {
        let framed = try Encoded(Samples.framed(Samples.member, .commit(Samples.commit)))
        let commit = AuthenticatedContent(
            wireFormat: .publicMessage, content: framed, auth: Samples.auth(for: framed.value.content))
        #expect(try commit.confirmedTranscriptHashInput() == [0, 1] + framed.bytes + [1, 0x5D])
        #expect(try AuthenticatedContent.interimTranscriptHashInput(confirmationTag: [5, 6]) == [2, 5, 6])
    }

    @Test func aGroupInfoSignsAllButItsSignature() throws {
        let info = GroupInfo(
            groupContext: Samples.groupContext, extensions: [], confirmationTag: [0x7A],
            signer: LeafIndex(rawValue: 3))
        let unsigned = Samples.groupContextBytes + [0, 1, 0x7A, 0, 0, 0, 3]
        #expect(try info.toBeSigned() == unsigned)
        let signed = info.signed([1, 2, 3])
        #expect(try signed.toBeSigned() == unsigned)
        #expect(try signed.encoded() == unsigned + [3, 1, 2, 3])
        #expect(try GroupInfo(decoding: signed.encoded()) == signed)
    }

    @Test func aPSKsLabelTellsItsPlace() throws {
        let external = PreSharedKeyID.external(id: [1], nonce: [2, 3])
        #expect(try PSKLabel(id: external, index: 4, count: 0x0506).encoded() == [1, 1, 1, 2, 2, 3, 0, 4, 5, 6])
        let resumption = PreSharedKeyID.resumption(
            usage: .branch, groupID: GroupID([9]), epoch: Epoch(rawValue: 8), nonce: [7])
        #expect(try resumption.encoded() == [2, 3, 1, 9, 0, 0, 0, 0, 0, 0, 0, 8, 1, 7])
        for id in [external, resumption] { #expect(try PreSharedKeyID(decoding: id.encoded()) == id) }
        #expect(external.nonce == [2, 3])
        #expect(resumption.nonce == [7])
    }

    @Test func aPSKOfNoKnownTypeOrUsageIsRefused() {
        for type: UInt8 in [0, 3, 0xFF] {
            #expect(throws: CodecError.invalidValue) { try PreSharedKeyID(decoding: [type, 1, 1, 0]) }
        }
        for usage: UInt8 in [0, 4, 0xFF] {
            #expect(throws: CodecError.invalidValue) {
                try PreSharedKeyID(decoding: [2, usage, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            }
        }
    }

    @Test func epochsAndGenerationsEnd() {
        #expect(Epoch.first.next == Epoch(rawValue: 1))
        #expect(Epoch(rawValue: .max).next == nil)
        #expect(Generation.first.next == Generation(rawValue: 1))
        #expect(Generation(rawValue: .max).next == nil)
        #expect(Epoch.first < Epoch(rawValue: 1))
        #expect(Generation.first < Generation(rawValue: 1))
    }
}
