import MLS
import TLSCodec
import Testing

@Suite struct FramingTests {
    @Test func framedContentIsLaidOutAsTheTextSays() throws {
        let start: [UInt8] = [1, 0x60, 0, 0, 0, 0, 0, 0, 0, 7]
        let senders: [[UInt8]] = [[1, 1, 2, 3, 4], [2, 0, 0, 0, 9], [3], [4]]
        for (sender, bytes) in zip(Samples.senders, senders) {
            let framed = Samples.framed(sender, .application([1, 2, 3]))
            #expect(try framed.encoded() == start + bytes + [1, 0xAD, 1, 3, 1, 2, 3])
            #expect(framed.header.byteCount == start.count + bytes.count + 3)
        }
        let proposal = Samples.framed(.newMemberCommit, .proposal(Samples.remove))
        #expect(try proposal.encoded() == start + [4, 1, 0xAD, 2, 0, 3, 0, 0, 0, 5])
        let commit = Samples.framed(.newMemberCommit, .commit(Commit(proposals: [], path: nil)))
        #expect(try commit.encoded() == start + [4, 1, 0xAD, 3, 0, 0])
    }

    @Test(arguments: [0, 64, 16_384]) func aHeaderKnowsItsLength(count: Int) throws {
        for sender in Samples.senders {
            let bytes = [UInt8](repeating: 1, count: count)
            let framed = FramedContent(
                groupID: GroupID(bytes), epoch: .first, sender: sender, authenticatedData: bytes,
                content: .application([]))
            #expect(try framed.header.encoded().count == framed.header.byteCount)
            #expect(try framed.encoded() == framed.header.encoded() + [0])
        }
    }

    @Test(arguments: [0, 4, 0xFF] as [UInt8]) func contentOfNoKnownTypeIsRefused(type: UInt8) throws {
        var bytes = try Samples.framed(.newMemberCommit, .application([])).encoded()
        bytes[bytes.count - 2] = type
        #expect(throws: CodecError.invalidValue) { try FramedContent(decoding: bytes) }
        #expect(throws: CodecError.invalidValue) {
            try PrivateMessage(decoding: [0, 0, 0, 0, 0, 0, 0, 0, 0, type, 0, 0, 0])
        }
    }

    @Test(arguments: [0, 5, 0xFF] as [UInt8]) func aSenderOfNoKnownTypeIsRefused(type: UInt8) {
        #expect(throws: CodecError.invalidValue) { try Sender(decoding: [type, 0, 0, 0, 0]) }
    }

    @Test(arguments: Samples.contents) func onlyCommitsHaveAConfirmationTag(_ content: FramedContent.Content) throws {
        let framed = try Encoded(Samples.framed(Samples.member, content))
        let auth = Samples.auth(for: content)
        let message = AuthenticatedContent(wireFormat: .privateMessage, content: framed, auth: auth)
        let proof: [UInt8] = [1, 0x5D] + (content.type == .commit ? [1, 0x7A] : [])
        #expect(try message.encoded() == [0, 2] + framed.bytes + proof)
        #expect(try AuthenticatedContent(decoding: message.encoded()) == message)
        let other = FramedContentAuthData(
            signature: [0x5D], confirmationTag: content.type == .commit ? nil : [0x7A])
        let wrong = AuthenticatedContent(wireFormat: .privateMessage, content: framed, auth: other)
        #expect(throws: CodecError.invalidValue) { try wrong.encoded() }
        #expect(throws: CodecError.invalidValue) { try framed.toBeMACed(signed: [], other) }
        #expect(throws: CodecError.invalidValue) {
            try PrivateMessageContent.encoded(framed, other, padding: .none)
        }
    }

    @Test(arguments: Samples.senders, Samples.contents)
    func onlyMembersHaveAMembershipTag(_ sender: Sender, _ content: FramedContent.Content) throws {
        let framed = try Encoded(Samples.framed(sender, content))
        let auth = Samples.auth(for: content)
        let isMember = sender == Samples.member
        let message = PublicMessage(content: framed, auth: auth, membershipTag: isMember ? [0x4D, 0x4E] : nil)
        let bytes = try message.encoded()
        let proof: [UInt8] = [1, 0x5D] + (content.type == .commit ? [1, 0x7A] : [])
        #expect(bytes == framed.bytes + proof + (isMember ? [2, 0x4D, 0x4E] : []))
        #expect(try PublicMessage(decoding: bytes) == message)
        #expect(try PublicMessage(decoding: bytes).content.bytes == framed.bytes)
        let wrong = PublicMessage(content: framed, auth: auth, membershipTag: isMember ? nil : [0x4D])
        #expect(throws: CodecError.invalidValue) { try wrong.encoded() }
        #expect(throws: CodecError.self) { try PublicMessage(decoding: framed.bytes + proof + (isMember ? [] : [0])) }
    }

    @Test func aMessageIsOfVersionOneAndAKnownForm() throws {
        let bytes = try MLSMessage.keyPackage(Samples.keyPackage).encoded()
        #expect(try bytes == [0, 1, 0, 5] + Samples.keyPackage.encoded())
        for version: [UInt8] in [[0, 0], [0, 2], [1, 0], [1, 1], [0xFF, 0xFF]] {
            #expect(throws: CodecError.invalidValue) { try MLSMessage(decoding: version + bytes[2...]) }
        }
        for form: [UInt8] in [[0, 0], [0, 6], [1, 5], [0x0A, 0x0A], [0xFF, 0xFF]] {
            #expect(throws: CodecError.invalidValue) { try MLSMessage(decoding: [0, 1] + form + bytes[4...]) }
        }
    }

    @Test func aSendersDataAreTwelveBytes() throws {
        let data = SenderData(
            leafIndex: LeafIndex(rawValue: 1), generation: Generation(rawValue: 2),
            reuseGuard: ReuseGuard(rawValue: 0x0A0B_0C0D))
        #expect(try data.encoded() == [0, 0, 0, 1, 0, 0, 0, 2, 0x0A, 0x0B, 0x0C, 0x0D])
        #expect(try data.reuseGuard.encoded() == [0x0A, 0x0B, 0x0C, 0x0D])
        #expect(try SenderData(decoding: data.encoded()) == data)
        #expect(throws: CodecError.trailingBytes) { try SenderData(decoding: data.encoded() + [0]) }
    }
}
