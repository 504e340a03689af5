public import TLSCodec

/// A message that members alone can read (RFC 9420 §6.3). What isn't sealed is visible to everybody on its way.
public struct PrivateMessage: Hashable, Sendable, TLSStruct {
    public let groupID: GroupID
    public let epoch: Epoch
    public let contentType: ContentType
    public let authenticatedData: [UInt8]
    package let encryptedSenderData: [UInt8]
    package let ciphertext: [UInt8]

    package init(
        groupID: GroupID, epoch: Epoch, contentType: ContentType, authenticatedData: [UInt8],
        encryptedSenderData: [UInt8], ciphertext: [UInt8]
    ) {
        self.groupID = groupID
        self.epoch = epoch
        self.contentType = contentType
        self.authenticatedData = authenticatedData
        self.encryptedSenderData = encryptedSenderData
        self.ciphertext = ciphertext
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        groupID = try v.nested { $0.groupID }
        epoch = try v.nested { $0.epoch }
        contentType = try v.nested { $0.contentType }
        authenticatedData = try v.opaque(.variable) { $0.authenticatedData }
        encryptedSenderData = try v.opaque(.variable) { $0.encryptedSenderData }
        ciphertext = try v.opaque(.variable) { $0.ciphertext }
    }
}
