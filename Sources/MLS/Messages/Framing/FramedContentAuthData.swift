package import TLSCodec

/// What proves where a message comes from (RFC 9420 §6.1): a signature, and for a commit the confirmation tag. The
/// content's type stands elsewhere on the wire, so it can't be decoded alone.
package struct FramedContentAuthData: Hashable, Sendable {
    package let signature: [UInt8]
    /// A commit has one, anything else none.
    package let confirmationTag: [UInt8]?

    package init(signature: [UInt8], confirmationTag: [UInt8]? = nil) {
        self.signature = signature
        self.confirmationTag = confirmationTag
    }

    package init(of type: ContentType, from reader: inout Reader) throws(CodecError) {
        signature = try reader.opaque(.variable)
        confirmationTag = type == .commit ? try reader.opaque(.variable) : nil
    }

    /// - Throws: ``CodecError/invalidValue`` for a commit without a confirmation tag and for anything else with one.
    package func encode(into writer: inout Writer, of type: ContentType) throws(CodecError) {
        guard (type == .commit) == (confirmationTag != nil) else { throw .invalidValue }
        try writer.opaque(signature, .variable)
        if let confirmationTag { try writer.opaque(confirmationTag, .variable) }
    }

    /// No encoding is longer.
    package var byteCountMax: Int { signature.count + (confirmationTag?.count ?? 0) + 8 }
}
