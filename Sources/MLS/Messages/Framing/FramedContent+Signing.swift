package import TLSCodec

extension Encoded<FramedContent> {
    /// FramedContentTBS (RFC 9420 §6.1): what the signature covers.
    ///
    /// - Parameter groupContext: the epoch's GroupContext as it is encoded. It belongs to what members and those who
    ///   join by a commit sign; others don't know it, and it is ignored.
    /// - Throws: ``CodecError/invalidValue`` if it is needed and not there.
    package func toBeSigned(_ wireFormat: WireFormat, groupContext: [UInt8]?) throws(CodecError) -> [UInt8] {
        // Room for the signature too: the bytes to be MACed follow from these.
        var writer = Writer(reserving: bytes.count + (groupContext?.count ?? 0) + 128)
        try ProtocolVersion.mls10.encode(into: &writer)
        writer.integer(wireFormat.rawValue)
        writer.fixed(bytes)
        switch value.sender {
        case .member, .newMemberCommit:
            guard let groupContext else { throw .invalidValue }
            writer.fixed(groupContext)
        case .external, .newMemberProposal: break
        }
        return writer.bytes
    }

    /// AuthenticatedContentTBM (RFC 9420 §6.2): what the membership tag covers.
    ///
    /// - Parameter signed: what ``toBeSigned(_:groupContext:)`` gave.
    package func toBeMACed(
        signed: consuming [UInt8], _ auth: FramedContentAuthData
    ) throws(CodecError) -> [UInt8] {
        var writer = Writer(continuing: signed)
        try auth.encode(into: &writer, of: value.contentType)
        return writer.bytes
    }
}
