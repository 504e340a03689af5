public import TLSCodec

/// A message that anybody on its way can read (RFC 9420 §6.2). Decoded isn't verified.
public struct PublicMessage: Hashable, Sendable, TLSCodable {
    package let content: Encoded<FramedContent>
    package let auth: FramedContentAuthData
    /// The proof that a member sent it. Others have none.
    package let membershipTag: [UInt8]?

    package init(content: Encoded<FramedContent>, auth: FramedContentAuthData, membershipTag: [UInt8]?) {
        self.content = content
        self.auth = auth
        self.membershipTag = membershipTag
    }

    public init(from reader: inout Reader) throws(CodecError) {
        content = try Encoded(from: &reader)
        auth = try FramedContentAuthData(of: content.value.contentType, from: &reader)
        membershipTag = content.value.sender.type == .member ? try reader.opaque(.variable) : nil
    }

    /// - Throws: `CodecError.invalidValue` for a member's message without a membership tag and for anybody else's with
    ///   one.
    public func encode(into writer: inout Writer) throws(CodecError) {
        guard (sender.type == .member) == (membershipTag != nil) else { throw .invalidValue }
        try content.encode(into: &writer)
        try auth.encode(into: &writer, of: contentType)
        if let membershipTag { try writer.opaque(membershipTag, .variable) }
    }

    public var groupID: GroupID { content.value.groupID }
    public var epoch: Epoch { content.value.epoch }
    public var sender: Sender { content.value.sender }
    public var contentType: ContentType { content.value.contentType }
    public var authenticatedData: [UInt8] { content.value.authenticatedData }

    /// The message without the membership tag.
    package var authenticatedContent: AuthenticatedContent {
        AuthenticatedContent(wireFormat: .publicMessage, content: content, auth: auth)
    }
}
