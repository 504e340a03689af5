/// Which of the cached proposals a committer covers: all that make a valid list together (RFC 9420 §12.2, §12.4).
struct ProposalSelection {
    private(set) var selected: [CommittedProposal] = []
    private let committer: LeafIndex
    private let requested: [Proposal]

    /// - Parameter requested: what the commit itself asks for; it comes before what was cached.
    init(from cached: [CommittedProposal], by committer: LeafIndex, besides requested: [Proposal]) {
        self.committer = committer
        self.requested = requested
        guard !requested.contains(where: { $0.type == .reInit }) else { return }
        let others = cached.filter { $0.proposal.type != .reInit }
        select(others)
        guard selected.isEmpty, requested.isEmpty else { return }
        // RFC 9420 §12.2: a ReInit waits while there is anything else.
        selected = cached.first { $0.proposal.type == .reInit }.map { [$0] } ?? []
    }

    private mutating func select(_ cached: [CommittedProposal]) {
        var changed = Set(requested.compactMap(\.asRemove?.removed)).union([committer])
        var removing = changed
        var chosen: [Int] = []
        for (place, item) in cached.enumerated() {
            guard let leaf = item.proposal.asRemove?.removed, removing.insert(leaf).inserted else { continue }
            chosen.append(place)
        }
        changed.formUnion(removing)
        var clients = Set(requested.compactMap(\.asAdd?.keyPackage.leafNode.signatureKey))
        var psks = Set(requested.compactMap(\.asPreSharedKey?.psk))
        var types = Set(requested.map(\.type))
        // The latest Update and the latest extensions count, hence from the end.
        for (place, item) in cached.enumerated().reversed() {
            let fits =
                switch item.proposal {
                case .update: item.sender.asMember.map { changed.insert($0).inserted } ?? false
                case .groupContextExtensions: types.insert(.groupContextExtensions).inserted
                case .add(let add): clients.insert(add.keyPackage.leafNode.signatureKey).inserted
                case .preSharedKey(let psk): psks.insert(psk.psk).inserted
                case .remove, .reInit, .externalInit: false
                }
            if fits { chosen.append(place) }
        }
        selected = chosen.sorted().map { cached[$0] }
    }
}
