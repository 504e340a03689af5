public import TLSCodec

/// What a newcomer has to know of a group, signed by a member (RFC 9420 §12.4.3).
///
/// Decoding checks the form alone. Whoever joins validates the whole (§12.4.3.1).
public struct GroupInfo: Hashable, Sendable, TLSStruct {
    public let groupContext: GroupContext
    public let extensions: Extensions
    public let confirmationTag: [UInt8]
    public let signer: LeafIndex
    public let signature: [UInt8]

    /// A GroupInfo whose signature comes after what it covers: see ``signed(_:)``.
    package init(
        groupContext: GroupContext, extensions: Extensions, confirmationTag: [UInt8], signer: LeafIndex,
        signature: [UInt8] = []
    ) {
        self.groupContext = groupContext
        self.extensions = extensions
        self.confirmationTag = confirmationTag
        self.signer = signer
        self.signature = signature
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        groupContext = try v.nested { $0.groupContext }
        extensions = try v.nested { $0.extensions }
        confirmationTag = try v.opaque(.variable) { $0.confirmationTag }
        signer = try v.nested { $0.signer }
        signature = try v.opaque(.variable) { $0.signature }
    }

    /// The same GroupInfo with this signature.
    package func signed(_ signature: [UInt8]) -> GroupInfo {
        GroupInfo(
            groupContext: groupContext, extensions: extensions, confirmationTag: confirmationTag, signer: signer,
            signature: signature)
    }

    /// GroupInfoTBS (RFC 9420 §12.4.3): what the signature covers.
    package func toBeSigned() throws(CodecError) -> [UInt8] {
        var writer = Writer(reserving: 512)
        try encode(into: &writer)
        writer.removeLast(opaque: signature)
        return writer.bytes
    }
}
