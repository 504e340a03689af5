public import TLSCodec

/// As it is stored: RFC 9420 has no structure for it.
extension CommittedProposal: TLSStruct {
    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        proposal = try v.nested { $0.proposal }
        sender = try v.nested { $0.sender }
        reference = try v.optional { $0.reference }
    }
}
