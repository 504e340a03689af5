import TLSCodec

/// What the two seals of a private message cover beside their plaintexts: PrivateContentAAD, whose front is SenderDataAAD
/// (RFC 9420 §6.3.1, §6.3.2).
struct AssociatedData {
    let bytes: [UInt8]
    /// How much of it the sender data's seal covers.
    let senderDataByteCount: Int

    init(
        _ groupID: GroupID, _ epoch: Epoch, _ contentType: ContentType, _ authenticatedData: [UInt8]
    ) throws(MLSError) {
        guard authenticatedData.count <= LengthPrefix.variable.byteCountMax else {
            throw .malformed(.lengthOutOfBounds)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(groupID.bytes.count + authenticatedData.count + 17)
        bytes.append(opaque: groupID.bytes)
        bytes.append(bigEndian: epoch.rawValue, byteCount: 8)
        bytes.append(contentType.rawValue)
        senderDataByteCount = bytes.count
        bytes.append(opaque: authenticatedData)
        self.bytes = bytes
    }
}
