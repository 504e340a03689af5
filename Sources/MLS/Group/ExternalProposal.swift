public import Sodium
import TLSCodec

/// Proposals of those who aren't members (RFC 9420 §12.1.8). Members decide whether they cache them.
public enum ExternalProposal {
    /// A proposal of one of the group's `external_senders`: an MLSMessage.
    ///
    /// - Parameters:
    ///   - change: what is proposed.
    ///   - index: which of them the sender is.
    ///   - key: the sender's.
    ///   - groupID: the group's name.
    ///   - epoch: the group's current one.
    ///   - cipherSuite: the group's.
    ///   - authenticatedData: sent with it, signed, readable by everybody on its way.
    ///   - random: where a PSK's nonce comes from.
    /// - Throws: ``ValidationRule/externalProposalType`` for what only members may propose, ``MLSError/malformed(_:)``
    ///   for what has no encoding.
    public static func message(
        _ change: ProposedChange, from index: SenderIndex, with key: SignatureSecretKey, to groupID: GroupID,
        epoch: Epoch, cipherSuite: CipherSuite, authenticating authenticatedData: [UInt8] = [],
        random: RandomSource = .system
    ) throws(MLSError) -> [UInt8] {
        if case .update = change { throw .invalid(.externalProposalType) }
        let proposal = try change.proposal(cipherSuite, random: random)
        return try message(
            FramedContent(
                groupID: groupID, epoch: epoch, sender: .external(index), authenticatedData: authenticatedData,
                content: .proposal(proposal)), cipherSuite, key)
    }

    /// A client asks to be added: an MLSMessage, signed with its key package's key.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for authenticated data of more than 2³⁰ − 1 bytes.
    public static func joining(
        _ groupID: GroupID, epoch: Epoch, with bundle: KeyPackageBundle,
        authenticating authenticatedData: [UInt8] = []
    ) throws(MLSError) -> [UInt8] {
        try message(
            FramedContent(
                groupID: groupID, epoch: epoch, sender: .newMemberProposal, authenticatedData: authenticatedData,
                content: .proposal(.add(Add(keyPackage: bundle.keyPackage)))), bundle.cipherSuite,
            bundle.signatureKey)
    }

    private static func message(
        _ content: FramedContent, _ suite: CipherSuite, _ key: SignatureSecretKey
    ) throws(MLSError) -> [UInt8] {
        let signed = try AuthenticatedContent.signed(
            content, as: .publicMessage, suite, groupContext: nil, with: key)
        return try MLSMessage.publicMessage(PublicMessage(fromOutside: signed)).bytes()
    }
}
