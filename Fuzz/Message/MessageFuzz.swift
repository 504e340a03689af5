import FuzzSupport
import MLS
import TLSCodec

enum MessageFuzz {
    static func decodeMessage(_ bytes: [UInt8]) {
        guard let message = try? MLSMessage(decoding: bytes) else { return }
        expect((try? message.encoded()) == bytes, "a message has two encodings")
        if let message = message.asPublicMessage { check(message.authenticatedContent) }
    }

    static func decodeCommit(_ bytes: [UInt8]) {
        guard let commit = try? Commit(decoding: bytes) else { return }
        expect((try? commit.encoded()) == bytes, "a commit has two encodings")
    }

    static func decodeAuthenticatedContent(_ bytes: [UInt8]) {
        guard let content = try? AuthenticatedContent(decoding: bytes) else { return }
        expect((try? content.encoded()) == bytes, "authenticated content has two encodings")
        check(content)
    }

    /// A plaintext is content, proof and zeros: written again with as much padding it is the same.
    static func decodePlaintext(as number: UInt8, _ bytes: [UInt8]) {
        guard let type = ContentType(rawValue: number) else { return }
        let message = PrivateMessage(
            groupID: GroupID([1, 2]), epoch: .first, contentType: type, authenticatedData: [3],
            encryptedSenderData: [], ciphertext: [])
        let sender = LeafIndex(rawValue: 4)
        guard let opened = try? message.authenticatedContent(opened: bytes, sender: sender) else { return }
        check(opened)
        let bare = (try? PrivateMessageContent.encoded(opened.content, opened.auth, padding: .none)) ?? []
        expect(bytes.starts(with: bare), "a plaintext has two encodings")
        expect(bytes.dropFirst(bare.count).allSatisfy { $0 == 0 }, "padding isn't zero")
    }

    /// What is kept as bytes is what the value encodes to: else a signature covers something else than is acted upon.
    private static func check(_ content: AuthenticatedContent) {
        let framed = content.content
        expect((try? framed.value.encoded()) == framed.bytes, "kept bytes aren't the content's")
        expect(
            (try? framed.value.header.encoded().count) == framed.value.header.byteCount, "a header's length is wrong")
    }
}
