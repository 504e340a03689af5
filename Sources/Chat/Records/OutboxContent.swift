package import TLSCodec

/// What waits to be sealed.
package enum OutboxContent: Hashable, Sendable, TLSCodable {
    case message(MessageContent)
    /// The proposal to remove one's own leaf.
    case leaving

    private enum Form: UInt8, TLSNumber {
        case message = 1
        case leaving = 2
    }

    package init(from reader: inout Reader) throws(CodecError) {
        switch try Form(from: &reader) {
        case .message: self = .message(try MessageContent(from: &reader))
        case .leaving: self = .leaving
        }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .message(let content):
            writer.integer(Form.message.rawValue)
            try content.encode(into: &writer)
        case .leaving: writer.integer(Form.leaving.rawValue)
        }
    }
}
