package import TLSCodec

/// Data of the `external_senders` extension (RFC 9420 §12.1.8.1). A ``SenderIndex`` counts in it.
package struct ExternalSenders: Hashable, Sendable, TLSStruct {
    package let list: [ExternalSender]

    package init(_ list: [ExternalSender]) { self.list = list }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        list = try v.vector(.variable) { $0.list }
    }

    /// The sender with this index, `nil` if there are fewer.
    package subscript(index: SenderIndex) -> ExternalSender? {
        guard let place = Int(exactly: index.rawValue), place < list.count else { return nil }
        return list[place]
    }
}
