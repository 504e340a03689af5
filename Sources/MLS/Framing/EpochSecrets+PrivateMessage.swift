package import Sodium
import TLSCodec

extension EpochSecrets {
    /// Seals a member's signed content (RFC 9420 §6.3): its generation is used up with this call. Store the state
    /// before the message leaves.
    ///
    /// - Throws: ``MLSError/exhausted``, ``MLSError/wrongGroup``, ``MLSError/wrongEpoch``; ``MLSError/malformed(_:)`` for
    ///   content that wasn't signed for this form, or a commit without a confirmation tag. Then nothing is used up.
    package mutating func privateMessage(
        _ content: AuthenticatedContent, padding: Padding, random: RandomSource
    ) throws(MLSError) -> PrivateMessage {
        let header = content.content.value.header
        try context.check(header.groupID, header.epoch)
        guard content.wireFormat == .privateMessage, case .member(let leaf) = header.sender else {
            throw .malformed(.invalidValue)
        }
        let plaintext = try codec { () throws(CodecError) in
            try PrivateMessageContent.encoded(content.content, content.auth, padding: padding)
        }
        return try sealed(
            plaintext, header.contentType, authenticatedData: header.authenticatedData, from: leaf, random: random)
    }

    /// Seals what is written and signed already, whatever it is.
    package mutating func sealed(
        _ plaintext: [UInt8], _ contentType: ContentType, authenticatedData: [UInt8], from leaf: LeafIndex,
        random: RandomSource
    ) throws(MLSError) -> PrivateMessage {
        let associatedData = try AssociatedData(context.groupID, context.epoch, contentType, authenticatedData)
        // Before a key is used up.
        guard plaintext.count <= LengthPrefix.variable.byteCountMax - suite.tagByteCount else {
            throw .malformed(.lengthOutOfBounds)
        }
        let (generation, key) = try tree.nextKey(of: leaf, for: contentType)
        let reuseGuard = ReuseGuard(drawnFrom: random)
        let ciphertext = key.seal(plaintext.span, reuseGuard, authenticating: associatedData.bytes.span)
        let senderData = SenderData(leafIndex: leaf, generation: generation, reuseGuard: reuseGuard)
        return PrivateMessage(
            groupID: context.groupID, epoch: context.epoch, contentType: contentType,
            authenticatedData: authenticatedData,
            encryptedSenderData: seal(senderData, for: ciphertext, associatedData), ciphertext: ciphertext)
    }

    /// Opens a private message and checks who signed it (RFC 9420 §6.3). Its key is used up if, and only if, nothing is
    /// thrown: whatever somebody sends, the key of another message stays.
    ///
    /// - Throws: ``MLSError/wrongGroup``, ``MLSError/wrongEpoch``, ``MLSError/doesNotOpen``,
    ///   ``MLSError/secretUsedOrGone``, ``MLSError/generationTooFar``, ``MLSError/malformed(_:)``, or `.invalid` with
    ///   what is broken.
    package mutating func open(
        _ message: PrivateMessage, limits: RatchetLimits, signatureKeys: SignatureKeys
    ) throws(MLSError) -> VerifiedContent {
        try context.check(message.groupID, message.epoch)
        let associatedData = try AssociatedData(
            message.groupID, message.epoch, message.contentType, message.authenticatedData)
        let senderData = try openSenderData(of: message, associatedData)
        guard let signatureKey = try signatureKeys(.member(senderData.leafIndex)) else {
            throw .invalid(.senderDataLeaf)
        }
        let (key, part) = try tree.key(
            of: senderData.leafIndex, for: message.contentType, senderData.generation, limits)
        let plaintext = try key.open(
            message.ciphertext.span, senderData.reuseGuard, authenticating: associatedData.bytes.span)
        let content = try message.authenticatedContent(
            opened: plaintext.withBytes { [UInt8](copying: $0) }, sender: senderData.leafIndex)
        let claim = ContentClaim(content.content.value.content, from: senderData.leafIndex)
        let verified = try UnverifiedContent(content, context).verified(claim, by: signatureKey, suite)
        tree.replace(part)
        return verified
    }

    /// Who sealed a message, without opening it: anybody with this epoch's secrets can tell.
    ///
    /// - Throws: as ``open(_:limits:signatureKeys:)``.
    package func senderData(of message: PrivateMessage) throws(MLSError) -> SenderData {
        try context.check(message.groupID, message.epoch)
        let associatedData = try AssociatedData(
            message.groupID, message.epoch, message.contentType, message.authenticatedData)
        return try openSenderData(of: message, associatedData)
    }
}

extension EpochSecrets {
    private func seal(
        _ data: SenderData, for ciphertext: [UInt8], _ associatedData: borrowing AssociatedData
    ) -> [UInt8] {
        let bytes = data.bytes
        return senderData.key(for: ciphertext.span).seal(
            bytes.span, authenticating: associatedData.bytes.span.extracting(first: associatedData.senderDataByteCount))
    }

    private func openSenderData(
        of message: PrivateMessage, _ associatedData: borrowing AssociatedData
    ) throws(MLSError) -> SenderData {
        let opened = try senderData.key(for: message.ciphertext.span).open(
            message.encryptedSenderData.span,
            authenticating: associatedData.bytes.span.extracting(first: associatedData.senderDataByteCount))
        return try opened.withBytes { (bytes) throws(MLSError) in try SenderData(parsing: bytes) }
    }
}

extension SenderData {
    /// Its encoding. By hand: it is made for every message.
    fileprivate var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(12)
        bytes.append(bigEndian: UInt64(leafIndex.rawValue), byteCount: 4)
        bytes.append(bigEndian: UInt64(generation.rawValue), byteCount: 4)
        bytes.append(bigEndian: UInt64(reuseGuard.rawValue), byteCount: 4)
        return bytes
    }
}

extension ReuseGuard {
    /// Fresh for every message (RFC 9420 §6.3.1).
    fileprivate init(drawnFrom random: RandomSource) {
        self.init(rawValue: random.bytes(count: 4).reduce(0) { $0 << 8 | UInt32($1) })
    }
}
