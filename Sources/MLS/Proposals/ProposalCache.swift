import TLSCodec

/// The proposals of an epoch that wait for a commit, in the order in which they came (RFC 9420 §12.1).
package struct ProposalCache: Sendable {
    package private(set) var proposals: [CommittedProposal] = []
    private var places: [ProposalRef: Int] = [:]
    /// Of each proposal, encoded.
    private var byteCounts: [Int] = []
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
        byteCounts.append(size)
        byteCount += size
    }

    /// Forgets one proposal; the others keep their order.
    package mutating func remove(_ reference: ProposalRef) {
        guard let place = places.removeValue(forKey: reference) else { return }
        proposals.remove(at: place)
        byteCount -= byteCounts.remove(at: place)
        places = places.mapValues { $0 > place ? $0 - 1 : $0 }
    }
}
