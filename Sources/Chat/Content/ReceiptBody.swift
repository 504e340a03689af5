package import TLSCodec

/// Which messages have come, or been read. It counts for nothing that members must agree on.
package struct ReceiptBody: TLSStruct, Hashable, Sendable {
    package enum Kind: UInt8, TLSNumber, Sendable {
        case received = 1
        case read = 2
    }

    package let kind: Kind
    package let messages: [MessageID]

    package init(kind: Kind, messages: [MessageID]) { (self.kind, self.messages) = (kind, messages) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        kind = try v.nested { $0.kind }
        messages = try v.vector(.uint16) { $0.messages }
        guard (1...ChatLimits.receiptsMax).contains(messages.count) else { throw .lengthOutOfBounds }
    }
}
