package import RelayProtocol
package import TLSCodec

/// A content, read.
package enum Said: Hashable, Sendable {
    case text(TextBody)
    case edit(EditBody)
    case delete(MessageID)
    case reaction(ReactionBody)
    case receipt(ReceiptBody)
    /// By which the sender takes items into the kept half of their inbox.
    case contactToken(InboxToken)
    /// Of a newer client: shown as such.
    case unknown(ContentKind)
    /// Of a kind that is known, and not what that looks like.
    case malformed(ContentKind)

    package init(_ content: MessageContent) {
        do throws(CodecError) { self = try Self.read(content) } catch { self = .malformed(content.kind) }
    }

    private static func read(_ content: MessageContent) throws(CodecError) -> Said {
        switch content.kind {
        case .text: .text(try TextBody(decoding: content.body))
        case .edit: .edit(try EditBody(decoding: content.body))
        case .delete: .delete(try MessageID(decoding: content.body))
        case .reaction: .reaction(try ReactionBody(decoding: content.body))
        case .receipt: .receipt(try ReceiptBody(decoding: content.body))
        case .contactToken: .contactToken(try InboxToken(decoding: content.body))
        default: .unknown(content.kind)
        }
    }

    /// The content that says it; nothing for what only a newer client, or none, could say.
    package func content(_ id: MessageID) throws(CodecError) -> MessageContent? {
        switch self {
        case .text(let body): MessageContent(id: id, kind: .text, body: try body.encoded())
        case .edit(let body): MessageContent(id: id, kind: .edit, body: try body.encoded())
        case .delete(let target): MessageContent(id: id, kind: .delete, body: try target.encoded())
        case .reaction(let body): MessageContent(id: id, kind: .reaction, body: try body.encoded())
        case .receipt(let body): MessageContent(id: id, kind: .receipt, body: try body.encoded())
        case .contactToken(let token): MessageContent(id: id, kind: .contactToken, body: try token.encoded())
        case .unknown, .malformed: nil
        }
    }
}
