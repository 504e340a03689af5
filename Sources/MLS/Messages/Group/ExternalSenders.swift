public import TLSCodec

/// Data of the `external_senders` extension (RFC 9420 §12.1.8.1). A ``SenderIndex`` counts in it.
public struct ExternalSenders: Hashable, Sendable, TLSStruct {
    public let list: [ExternalSender]

    public init(_ list: [ExternalSender]) { self.list = list }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        list = try v.vector(.variable) { $0.list }
    }

    /// The sender with this index, `nil` if there are fewer.
    public subscript(index: SenderIndex) -> ExternalSender? {
        guard let place = Int(exactly: index.rawValue), place < list.count else { return nil }
        return list[place]
    }
}
