package import RelayProtocol
package import TLSCodec

/// Something of one's own that isn't in the log yet, as far as is known.
package struct OutboxRow: TLSStruct, Hashable, Sendable {
    package let content: OutboxContent
    /// When it was written, in seconds since 1970, UTC: to be shown, for nothing else.
    package let writtenAtSeconds: UInt64
    /// As it was sealed: the same bytes go again until the relay has said what became of them.
    var sealed: Entry?
    /// The number that the relay gave it; nothing before it has.
    package var number: EntryNumber?

    init(_ content: OutboxContent, writtenAtSeconds: UInt64) {
        (self.content, self.writtenAtSeconds) = (content, writtenAtSeconds)
        (sealed, number) = (nil, nil)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in 1 }) == 1 else { throw .invalidValue }
        content = try v.nested { $0.content }
        writtenAtSeconds = try v.uint64 { $0.writtenAtSeconds }
        sealed = try v.optional { $0.sealed }
        number = try v.optional { $0.number }
    }
}
