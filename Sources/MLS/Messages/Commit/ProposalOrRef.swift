package import TLSCodec

/// A proposal in a commit: itself, or the name of one that was sent before (RFC 9420 §12.4).
package enum ProposalOrRef: Hashable, Sendable, TLSCodable {
    case proposal(Proposal)
    case reference(ProposalRef)

    package init(from reader: inout Reader) throws(CodecError) {
        switch try Number(from: &reader) {
        case .proposal: self = .proposal(try Proposal(from: &reader))
        case .reference: self = .reference(try ProposalRef(from: &reader))
        }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .proposal(let proposal):
            try Number.proposal.encode(into: &writer)
            try proposal.encode(into: &writer)
        case .reference(let reference):
            try Number.reference.encode(into: &writer)
            try reference.encode(into: &writer)
        }
    }

    private enum Number: UInt8, TLSNumber {
        case proposal = 1
        case reference = 2
    }

    package var asReference: ProposalRef? {
        guard case .reference(let reference) = self else { return nil }
        return reference
    }
}
