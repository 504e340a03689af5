import TLSCodec

extension AuthenticatedContent {
    /// Signs content (RFC 9420 §6.1). A commit lacks its confirmation tag yet: see ``confirmed(by:)``.
    ///
    /// - Parameter groupContext: the encoded context of the content's epoch, for members and those who join by a commit.
    /// - Throws: ``MLSError/malformed(_:)`` for content that has no encoding, or a context that is needed and missing.
    package static func signed(
        _ content: FramedContent, as wireFormat: WireFormat, _ suite: CipherSuite, groupContext: [UInt8]?,
        with key: SignatureSecretKey
    ) throws(MLSError) -> AuthenticatedContent {
        let content = try codec { () throws(CodecError) in try Encoded(content) }
        let signed = try codec { () throws(CodecError) in
            try content.toBeSigned(wireFormat, groupContext: groupContext)
        }
        let signature = suite.sign(key, .framedContent, signed.span)
        return AuthenticatedContent(
            wireFormat: wireFormat, content: content, auth: FramedContentAuthData(signature: signature))
    }

    /// The commit with the tag of the epoch that it begins.
    package func confirmed(by confirmationTag: [UInt8]) -> AuthenticatedContent {
        let auth = FramedContentAuthData(signature: auth.signature, confirmationTag: confirmationTag)
        return AuthenticatedContent(wireFormat: wireFormat, content: content, auth: auth)
    }
}

extension Label {
    static let framedContent = Label("FramedContentTBS")
}
