import MLS

/// The proposal if it is of one kind: those of which only tests ask.
extension Proposal {
    var asUpdate: Update? {
        guard case .update(let proposal) = self else { return nil }
        return proposal
    }

    var asReInit: ReInit? {
        guard case .reInit(let proposal) = self else { return nil }
        return proposal
    }

    var asExternalInit: ExternalInit? {
        guard case .externalInit(let proposal) = self else { return nil }
        return proposal
    }

    var asGroupContextExtensions: GroupContextExtensions? {
        guard case .groupContextExtensions(let proposal) = self else { return nil }
        return proposal
    }
}
