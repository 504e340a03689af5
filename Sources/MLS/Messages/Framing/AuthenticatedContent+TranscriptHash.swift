package import TLSCodec

extension AuthenticatedContent {
    /// ConfirmedTranscriptHashInput (RFC 9420 §8.2): the commit up to and including its signature.
    package func confirmedTranscriptHashInput() throws(CodecError) -> [UInt8] {
        var writer = Writer(reserving: content.bytes.count + auth.signature.count + 8)
        writer.integer(wireFormat.rawValue)
        writer.fixed(content.bytes)
        try writer.opaque(auth.signature, .variable)
        return writer.bytes
    }

    /// InterimTranscriptHashInput (RFC 9420 §8.2).
    package static func interimTranscriptHashInput(confirmationTag: [UInt8]) throws(CodecError) -> [UInt8] {
        var writer = Writer(reserving: confirmationTag.count + 4)
        try writer.opaque(confirmationTag, .variable)
        return writer.bytes
    }
}
