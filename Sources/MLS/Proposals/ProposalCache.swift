import TLSCodec

/// The proposals of an epoch that wait for a commit, in the order in which they came (RFC 9420 §12.1).
package struct ProposalCache: Sendable {
    package private(set) var proposals: [CommittedProposal] = []
    private var places: [ProposalRef: Int] = [:]
    private var byteCount = 0

    package init() {}

    package var isEmpty: Bool { proposals.isEmpty }

    package subscript(reference: ProposalRef) -> CommittedProposal? {
        places[reference].map { proposals[$0] }
    }

    /// Keeps a proposal; one that is here already changes nothing.
    ///
    /// - Throws: ``MLSError/overLimit``.
    package mutating func insert(_ proposal: CommittedProposal) throws(MLSError) {
        guard let reference = proposal.reference, places[reference] == nil else { return }
        let size = try proposal.proposal.bytes().count
        guard proposals.count < MLSLimits.cachedProposalsMax, byteCount + size <= MLSLimits.cachedProposalBytesMax
        else { throw .overLimit }
        places[reference] = proposals.count
        proposals.append(proposal)
        byteCount += size
    }

    /// Forgets one proposal; the others keep their order.
    package mutating func remove(_ reference: ProposalRef) throws(MLSError) {
        guard let place = places[reference] else { return }
        byteCount -= try proposals[place].proposal.bytes().count
        places[reference] = nil
        proposals.remove(at: place)
        for later in place..<proposals.count {
            if let reference = proposals[later].reference { places[reference] = later }
        }
    }
}
