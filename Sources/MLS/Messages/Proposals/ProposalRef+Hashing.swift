extension CipherSuite {
    /// MakeProposalRef (RFC 9420 §5.2).
    package func reference(of proposal: AuthenticatedContent) throws(MLSError) -> ProposalRef {
        let bytes = try proposal.bytes()
        return ProposalRef(refHash("MLS 1.0 Proposal Reference", bytes.span))
    }
}
