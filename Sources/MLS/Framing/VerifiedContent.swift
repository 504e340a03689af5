import TLSCodec

/// A message that was opened, or whose membership tag is right, and whose signature nobody has verified yet.
struct UnverifiedContent {
    let content: AuthenticatedContent
    /// FramedContentTBS.
    let signed: [UInt8]

    init(_ content: AuthenticatedContent, _ context: EpochContext) throws(MLSError) {
        self.content = content
        signed = try codec { () throws(CodecError) in
            try content.content.toBeSigned(content.wireFormat, groupContext: context.bytes)
        }
    }

    /// - Throws: `.invalid(.messageSignature)`.
    consuming func verified(
        _ claim: ContentClaim, by key: SignaturePublicKey, _ suite: CipherSuite
    ) throws(MLSError) -> VerifiedContent {
        guard suite.isValid(content.auth.signature.span, by: key, .framedContent, signed.span) else {
            throw .invalid(.messageSignature)
        }
        return VerifiedContent(content, claim)
    }
}

/// A message that its sender signed for this very group and epoch, and that such a sender may send (RFC 9420 §6.1).
///
/// A commit's confirmation tag is another matter: only the epoch that it begins can tell.
package struct VerifiedContent: Sendable {
    package let content: AuthenticatedContent
    /// What it is and whose.
    package let claim: ContentClaim

    package var framed: FramedContent { content.content.value }
    package var sender: Sender { framed.sender }

    fileprivate init(_ content: AuthenticatedContent, _ claim: ContentClaim) {
        self.content = content
        self.claim = claim
    }
}
