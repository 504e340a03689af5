package import TLSCodec

/// A step from one epoch to the next (RFC 9420 §12.4).
package struct Commit: Hashable, Sendable, TLSStruct {
    package let proposals: [ProposalOrRef]
    package let path: UpdatePath?

    package init(proposals: [ProposalOrRef], path: UpdatePath?) {
        self.proposals = proposals
        self.path = path
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        proposals = try v.vector(.variable) { $0.proposals }
        path = try v.optional { $0.path }
    }
}
