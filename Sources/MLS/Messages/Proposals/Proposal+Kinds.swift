/// The proposal if it is of one kind.
extension Proposal {
    package var asAdd: Add? {
        guard case .add(let proposal) = self else { return nil }
        return proposal
    }

    package var asRemove: Remove? {
        guard case .remove(let proposal) = self else { return nil }
        return proposal
    }

    package var asPreSharedKey: PreSharedKey? {
        guard case .preSharedKey(let proposal) = self else { return nil }
        return proposal
    }
}
