package import TLSCodec

/// What a member says in a room: version(2) ‖ id(16) ‖ kind(2) ‖ opaque body<4>, padded, inside a PrivateMessage.
///
/// The body is kept as it came: of a kind that this version doesn't know nothing else could be done, and what a person
/// wrote isn't lost by reading it too early.
package struct MessageContent: TLSStruct, Hashable, Sendable {
    package static let version: UInt16 = 1

    package let id: MessageID
    package let kind: ContentKind
    package let body: [UInt8]

    package init(id: MessageID, kind: ContentKind, body: [UInt8]) {
        (self.id, self.kind, self.body) = (id, kind, body)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in Self.version }) == Self.version else { throw .invalidValue }
        id = try v.nested { $0.id }
        kind = try v.nested { $0.kind }
        body = try v.opaque(.uint32, in: 0...ChatLimits.contentBytesMax) { $0.body }
    }

    /// As it goes into a PrivateMessage.
    package func padded() throws(CodecError) -> [UInt8] { try Padded.bytes(of: self) }

    package init(padded bytes: [UInt8]) throws(CodecError) { self = try Padded.value(in: bytes) }
}
