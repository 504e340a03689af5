import MLS
import TLSCodec
import TestSupport
import Testing

@Suite struct PrivateMessageContentTests {
    private func plaintext(_ content: FramedContent.Content, padding: Int) throws -> [UInt8] {
        let framed = try Encoded(Samples.framed(Samples.member, content))
        return try PrivateMessageContent.encoded(framed, Samples.auth(for: content), padding: Padding { $0 + padding })
    }

    private func message(_ content: FramedContent.Content) -> PrivateMessage {
        PrivateMessage(
            groupID: GroupID([0x60]), epoch: Epoch(rawValue: 7), contentType: content.type, authenticatedData: [0xAD],
            encryptedSenderData: [], ciphertext: [])
    }

    @Test(arguments: Samples.contents, [0, 1, 100])
    func contentComesBackWithTheBytesThatWereSigned(_ content: FramedContent.Content, padding: Int) throws {
        let plaintext = try plaintext(content, padding: padding)
        let inner = try PrivateMessageContent(decoding: plaintext, as: content.type)
        #expect(inner.content == content)
        #expect(inner.auth == Samples.auth(for: content))
        let opened = try message(content).authenticatedContent(
            opened: plaintext, sender: LeafIndex(rawValue: 0x0102_0304))
        let framed = try Encoded(Samples.framed(Samples.member, content))
        #expect(opened == AuthenticatedContent(wireFormat: .privateMessage, content: framed, auth: inner.auth))
        #expect(opened.content.value == framed.value)
    }

    @Test func thePlaintextIsContentProofAndZeros() throws {
        #expect(try plaintext(.application([1, 2]), padding: 3) == [2, 1, 2, 1, 0x5D, 0, 0, 0])
        #expect(
            try plaintext(.commit(Commit(proposals: [], path: nil)), padding: 0) == [0, 0, 1, 0x5D, 1, 0x7A])
    }

    @Test(arguments: Samples.contents)
    func paddingThatIsNotZeroIsRefusedWhereverItIs(_ content: FramedContent.Content) throws {
        let bare = try plaintext(content, padding: 0).count
        for place in 0..<40 {
            var bytes = try plaintext(content, padding: 40)
            bytes[bare + place] = 1 << UInt8(place % 8)
            #expect(throws: MLSError.invalid(.paddingZero)) {
                try PrivateMessageContent(decoding: bytes, as: content.type)
            }
        }
    }

    @Test(arguments: Samples.contents) func contentCutShortIsRefused(_ content: FramedContent.Content) throws {
        let bytes = try plaintext(content, padding: 0)
        for count in bytes.indices {
            #expect(throws: MLSError.self) {
                try PrivateMessageContent(decoding: Array(bytes.prefix(count)), as: content.type)
            }
        }
    }

    @Test(arguments: ContentType.allCases) func randomPlaintextsNeverTrap(_ type: ContentType) {
        var random = SeededRandom.announced()
        for _ in 0..<5_000 {
            let bytes = random.bytes(count: .random(in: 0...80, using: &random))
            _ = try? PrivateMessageContent(decoding: bytes, as: type)
        }
    }
}
