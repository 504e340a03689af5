package import Sodium
import TLSCodec

extension EpochSecrets {
    /// Signs and seals application data (RFC 9420 §6, §15): a generation is used up with this call. Store the state
    /// before the message leaves.
    ///
    /// - Parameter authenticatedData: covered by seal and signature, and visible to everybody on its way.
    /// - Throws: ``MLSError/exhausted``, ``MLSError/noSuchMember`` for a leaf outside of the tree, and
    ///   ``MLSError/malformed(_:)`` for data too long to be encoded. Then nothing is used up.
    package mutating func seal(
        application data: [UInt8], authenticatedData: [UInt8], from leaf: LeafIndex, with key: SignatureSecretKey,
        padding: Padding, random: RandomSource
    ) throws(MLSError) -> PrivateMessage {
        let longest = LengthPrefix.variable.byteCountMax
        guard data.count <= longest, authenticatedData.count <= longest else { throw .malformed(.lengthOutOfBounds) }
        let signature = key.key.signature(for: signContent(data, authenticatedData, leaf).span)
        return try sealed(
            Self.plaintext(data, signature, padding), .application, authenticatedData: authenticatedData, from: leaf,
            random: random)
    }

    /// SignContent over FramedContentTBS, as ``AuthenticatedContent/signed(_:as:_:groupContext:with:)`` has it, in one
    /// go: it is made for every message.
    private func signContent(_ data: [UInt8], _ authenticatedData: [UInt8], _ leaf: LeafIndex) -> [UInt8] {
        let group = context.groupID.bytes
        let byteCount =
            18 + VariableLength.byteCount(of: group.count) + group.count
            + VariableLength.byteCount(of: authenticatedData.count) + authenticatedData.count
            + VariableLength.byteCount(of: data.count) + data.count + context.bytes.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Label.framedContent.encoded.count + 4 + byteCount)
        bytes.append(contentsOf: Label.framedContent.encoded)
        bytes.append(variableLength: byteCount)
        bytes.append(bigEndian: UInt64(ProtocolVersion.mls10.rawValue), byteCount: 2)
        bytes.append(bigEndian: UInt64(WireFormat.privateMessage.rawValue), byteCount: 2)
        bytes.append(opaque: group)
        bytes.append(bigEndian: context.epoch.rawValue, byteCount: 8)
        bytes.append(SenderType.member.rawValue)
        bytes.append(bigEndian: UInt64(leaf.rawValue), byteCount: 4)
        bytes.append(opaque: authenticatedData)
        bytes.append(ContentType.application.rawValue)
        bytes.append(opaque: data)
        bytes.append(contentsOf: context.bytes)
        return bytes
    }

    /// PrivateMessageContent (RFC 9420 §6.3.1).
    private static func plaintext(_ data: [UInt8], _ signature: [UInt8], _ padding: Padding) -> [UInt8] {
        let byteCount =
            VariableLength.byteCount(of: data.count) + data.count
            + VariableLength.byteCount(of: signature.count) + signature.count
        let paddingByteCount = padding.paddingByteCount(for: byteCount)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount + paddingByteCount)
        bytes.append(opaque: data)
        bytes.append(opaque: signature)
        if paddingByteCount > 0 { bytes.append(contentsOf: repeatElement(0, count: paddingByteCount)) }
        return bytes
    }
}
