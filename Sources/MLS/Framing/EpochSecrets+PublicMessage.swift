import Sodium
import TLSCodec

extension EpochSecrets {
    /// A member's proposal or commit as everybody may read it, with the proof of membership (RFC 9420 §6.2).
    ///
    /// - Throws: `.invalid(.applicationDataPrivate)`; ``MLSError/malformed(_:)`` for content that wasn't signed for this
    ///   form, or a commit without a confirmation tag.
    package func publicMessage(_ content: AuthenticatedContent) throws(MLSError) -> PublicMessage {
        let framed = content.content.value
        guard framed.contentType != .application else { throw .invalid(.applicationDataPrivate) }
        guard content.wireFormat == .publicMessage, case .member = framed.sender else {
            throw .malformed(.invalidValue)
        }
        let signed = try UnverifiedContent(content, context).signed
        let covered = try toBeMACed(content, signed)
        let tag = membershipKey.withBytes { suite.mac(key: $0, covered.span) }
        return PublicMessage(content: content.content, auth: content.auth, membershipTag: tag)
    }

    /// Checks where a message comes from (RFC 9420 §6.2): group, epoch, membership tag, signature. Whether a sender may
    /// propose or commit this is decided elsewhere.
    ///
    /// - Throws: ``MLSError/wrongGroup``, ``MLSError/wrongEpoch``, or `.invalid` with what is broken.
    package func open(
        _ message: PublicMessage, signatureKeys: SignatureKeys
    ) throws(MLSError) -> VerifiedContent {
        try context.check(message.groupID, message.epoch)
        guard message.contentType != .application else { throw .invalid(.applicationDataPrivate) }
        let unverified = try UnverifiedContent(message.authenticatedContent, context)
        if case .member = message.sender {
            let covered = try toBeMACed(unverified.content, unverified.signed)
            guard let tag = message.membershipTag,
                membershipKey.withBytes({ suite.isValidMAC(tag.span, key: $0, covered.span) })
            else { throw .invalid(.membershipTag) }
        }
        let (claim, key) = try context.claim(of: message.content.value, signatureKeys)
        return try unverified.verified(claim, by: key, suite)
    }

    /// What the membership tag covers.
    private func toBeMACed(_ content: AuthenticatedContent, _ signed: [UInt8]) throws(MLSError) -> [UInt8] {
        try codec { () throws(CodecError) in try content.content.toBeMACed(signed: signed, content.auth) }
    }
}

extension PublicMessage {
    /// What somebody who isn't a member sends: it has no membership tag (RFC 9420 §6.2).
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a member's content, or content that wasn't signed for this form.
    package init(fromOutside content: AuthenticatedContent) throws(MLSError) {
        if case .member = content.content.value.sender { throw .malformed(.invalidValue) }
        guard content.wireFormat == .publicMessage else { throw .malformed(.invalidValue) }
        self.init(content: content.content, auth: content.auth, membershipTag: nil)
    }
}
