package import TLSCodec

/// A private message's content, opened (RFC 9420 §6.3.1). Its type stands outside of the seal.
package struct PrivateMessageContent: Sendable {
    package let content: FramedContent.Content
    package let auth: FramedContentAuthData
    /// How many bytes at the front of the plaintext are the content.
    let contentByteCount: Int

    /// Decodes all of a plaintext: content, proof of origin, and zeros to its end.
    ///
    /// - Throws: ``ValidationRule/paddingZero``, ``MLSError/malformed(_:)``.
    package init(decoding plaintext: [UInt8], as type: ContentType) throws(MLSError) {
        var reader = Reader(plaintext)
        (content, contentByteCount, auth) = try codec { () throws(CodecError) in
            let content = try FramedContent.Content(of: type, from: &reader)
            return (content, reader.position, try FramedContentAuthData(of: type, from: &reader))
        }
        do throws(CodecError) { try reader.finishPadding() } catch { throw .invalid(.paddingZero) }
    }

    /// The plaintext to be sealed, padded by the sender's rule.
    package static func encoded(
        _ content: Encoded<FramedContent>, _ auth: FramedContentAuthData, padding: Padding
    ) throws(CodecError) -> [UInt8] {
        let body = content.bytes[content.value.header.byteCount...]
        var writer = Writer(reserving: body.count + auth.byteCountMax)
        writer.fixed(body)
        try auth.encode(into: &writer, of: content.value.contentType)
        writer.zeros(padding.paddingByteCount(for: writer.bytes.count))
        return writer.bytes
    }
}
