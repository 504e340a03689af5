package import TLSCodec

/// A message with the proof of its origin, however it travels (RFC 9420 §6). Decoded isn't verified.
package struct AuthenticatedContent: Hashable, Sendable, TLSCodable {
    package let wireFormat: WireFormat
    package let content: Encoded<FramedContent>
    package let auth: FramedContentAuthData

    package init(wireFormat: WireFormat, content: Encoded<FramedContent>, auth: FramedContentAuthData) {
        self.wireFormat = wireFormat
        self.content = content
        self.auth = auth
    }

    package init(from reader: inout Reader) throws(CodecError) {
        wireFormat = try WireFormat(from: &reader)
        content = try Encoded(from: &reader)
        auth = try FramedContentAuthData(of: content.value.contentType, from: &reader)
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        try wireFormat.encode(into: &writer)
        try content.encode(into: &writer)
        try auth.encode(into: &writer, of: content.value.contentType)
    }
}
