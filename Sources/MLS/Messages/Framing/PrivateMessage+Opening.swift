import TLSCodec

extension PrivateMessage {
    /// The message that `plaintext`, the opened ciphertext, makes of this one (RFC 9420 §6.3.1). Its signature hasn't
    /// been verified.
    ///
    /// - Throws: ``ValidationRule/paddingZero``, ``MLSError/malformed(_:)``.
    package func authenticatedContent(
        opened plaintext: [UInt8], sender: LeafIndex
    ) throws(MLSError) -> AuthenticatedContent {
        let inner = try PrivateMessageContent(decoding: plaintext, as: contentType)
        let framed = FramedContent(
            groupID: groupID, epoch: epoch, sender: .member(sender), authenticatedData: authenticatedData,
            content: inner.content)
        var writer = Writer(reserving: framed.header.byteCount + inner.contentByteCount)
        try codec { () throws(CodecError) in try framed.header.encode(into: &writer) }
        writer.fixed(plaintext[..<inner.contentByteCount])
        return AuthenticatedContent(
            wireFormat: .privateMessage, content: Encoded(framed, encodedAs: writer.bytes), auth: inner.auth)
    }
}
