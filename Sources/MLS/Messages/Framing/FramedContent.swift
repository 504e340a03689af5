package import TLSCodec

/// A message before it is protected (RFC 9420 §6).
package struct FramedContent: Hashable, Sendable, TLSCodable {
    package let header: Header
    package let content: Content

    package init(groupID: GroupID, epoch: Epoch, sender: Sender, authenticatedData: [UInt8], content: Content) {
        header = Header(
            groupID: groupID, epoch: epoch, sender: sender, authenticatedData: authenticatedData,
            contentType: content.type)
        self.content = content
    }

    package init(from reader: inout Reader) throws(CodecError) {
        header = try Header(from: &reader)
        content = try Content(of: header.contentType, from: &reader)
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        try header.encode(into: &writer)
        try content.encode(into: &writer)
    }

    package var groupID: GroupID { header.groupID }
    package var epoch: Epoch { header.epoch }
    package var sender: Sender { header.sender }
    package var authenticatedData: [UInt8] { header.authenticatedData }
    package var contentType: ContentType { header.contentType }
}
