package import TLSCodec

extension FramedContent {
    /// What stands before the content. A private message sends the rest without it: there its parts lie elsewhere.
    package struct Header: Hashable, Sendable, TLSStruct {
        package let groupID: GroupID
        package let epoch: Epoch
        package let sender: Sender
        package let authenticatedData: [UInt8]
        package let contentType: ContentType

        package init(
            groupID: GroupID, epoch: Epoch, sender: Sender, authenticatedData: [UInt8], contentType: ContentType
        ) {
            self.groupID = groupID
            self.epoch = epoch
            self.sender = sender
            self.authenticatedData = authenticatedData
            self.contentType = contentType
        }

        package init(fields v: inout some Visitor<Self>) throws(CodecError) {
            groupID = try v.nested { $0.groupID }
            epoch = try v.nested { $0.epoch }
            sender = try v.nested { $0.sender }
            authenticatedData = try v.opaque(.variable) { $0.authenticatedData }
            contentType = try v.nested { $0.contentType }
        }

        /// How long the encoding is.
        package var byteCount: Int {
            let sender = sender.asMember != nil || sender.asExternal != nil ? 5 : 1
            return groupID.bytes.opaqueByteCount + 8 + sender + authenticatedData.opaqueByteCount + 1
        }
    }
}

extension [UInt8] {
    /// How long the bytes are with their length before them.
    fileprivate var opaqueByteCount: Int { LengthPrefix.variable.byteCount(of: count) + count }
}
