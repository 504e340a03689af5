extension Group {
    /// Lets a staged commit take effect: the group is then in the epoch that it begins.
    ///
    /// The old epoch's secrets go with it, except those that the configuration keeps: keys of late messages, and the
    /// resumption PSK (RFC 9420 §9.2, §8.6). Proposals that were cached are forgotten, covered or not.
    ///
    /// - Throws: ``MLSError/staleCommit`` if it was staged from another state of the group, ``MLSError/removed`` if this
    ///   member isn't one any more.
    public mutating func merge(_ staged: StagedCommit) throws(MLSError) {
        guard epoch.member != nil else { throw .removed }
        guard staged.base == CommitBase(epoch) else { throw .staleCommit }
        let past = pastAfterMerging
        guard var next = staged.next else { return leave(keeping: past) }
        next.configuration = configuration
        next.past = past
        next.epoch.resumptionPSKs = resumptionPSKsAfterMerging
        self = next
    }

    private var pastAfterMerging: [PastEpoch] {
        let kept = configuration.pastEpochsKept
        guard kept > 0, let secrets else { return [] }
        return [PastEpoch(secrets: secrets, members: PastMembers(epoch.tree))] + past.prefix(kept - 1)
    }

    private var resumptionPSKsAfterMerging: [ResumptionPSK] {
        let kept = configuration.resumptionPSKsKept
        guard kept > 0, let schedule = epoch.member?.schedule else { return [] }
        let latest = ResumptionPSK(epoch: epoch.epoch, secret: schedule.resumptionPSK)
        return [latest] + epoch.resumptionPSKs.prefix(kept - 1)
    }

    /// This member isn't one any more: what it still may open is what was sealed to it.
    private mutating func leave(keeping past: [PastEpoch]) {
        self.past = past
        secrets = nil
        epoch.member = nil
        epoch.resumptionPSKs = []
        forgetHandshakes()
    }

    private mutating func forgetHandshakes() {
        proposals = ProposalCache()
        ownUpdates = []
        ownCommits = []
    }
}
