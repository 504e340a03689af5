import MLS
import Sodium
import Testing

/// Those who aren't members, or aren't any more, and what they try: refused, or shown to the caller as what it is.
struct OutsideAttackTests {
    @Test func aStrangersExternalCommitIsShownAsOneBeforeItCounts() throws {
        var company = try Company()
        let joiner = try RogueJoiner(Player("stranger"), into: company.honest)
        let before = try company.honest.snapshot()
        let staged = try company.honest.staged(joiner.join.message)
        #expect(staged.effects.isExternal)
        #expect(staged.effects.added.map(\.signatureKey) == [joiner.player.key.publicKey])
        #expect(staged.effects.removed.isEmpty)
        #expect(try company.honest.snapshot() == before, "looking at a commit changed the group")
    }

    @Test func aRemovedMemberThatComesBackIsShownAsWhoItIs() throws {
        var company = try Company()
        let player = company.players[2]
        let remove = Remove(removed: company.others[0].ownLeafIndex)
        try company.honest.follow(
            company.rogue.commit([.remove(remove)]) { tree in
                try tree.remove(remove.removed)
                return []
            })
        #expect(company.honest.member(withSignatureKey: player.key.publicKey) == nil)
        let joiner = try RogueJoiner(player, into: company.honest)
        let staged = try company.honest.staged(joiner.join.message)
        #expect(staged.effects.isExternal)
        #expect(staged.effects.added.map(\.signatureKey) == [player.key.publicKey])
        #expect(staged.effects.added.map(\.credential) == [player.client.credential])
    }

    @Test func aRemovedMemberUnderstandsNothingAndIsNotHeard() throws {
        var company = try Company()
        let leaf = company.others[0].ownLeafIndex
        let clone = RogueMember(company.others[0], company.players[2])
        let commit = try company.rogue.commit([.remove(Remove(removed: leaf))]) { tree in
            try tree.remove(leaf)
            return []
        }
        var removed = company.others[0]
        let staged = try removed.staged(commit)
        #expect(staged.removesThisMember)
        try company.honest.follow(commit)
        let message = try company.honest.seal([1])
        try expectRefusal(of: message, by: clone.group, as: .wrongEpoch)
        for said in [
            try clone.sealed(clone.plaintext(.application([1]))), try clone.commit([], clone.path()),
            try clone.proposal(.remove(Remove(removed: company.rogue.leaf))),
        ] {
            try expectRefusal(of: said, by: company.honest, as: .wrongEpoch)
        }
        let next = company.honest.currentEpoch
        let late = try clone.publicMessage(.commit(Commit(proposals: [], path: nil)), epoch: next)
        try expectRefusal(of: late, by: company.honest, for: .membershipTag)
    }

    @Test func anExternalCommitCountsOnce() throws {
        var company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        try company.honest.follow(joiner.join.message)
        try expectRefusal(of: joiner.join.message, by: company.honest, as: .wrongEpoch)
        let second = try RogueJoiner(Player("second"), into: company.others[0])
        try expectRefusal(of: second.join.message, by: company.honest, as: .wrongEpoch)
    }

    @Test func anExternalCommitOfOneForkIsRefusedInTheOther() throws {
        var left = try Company()
        var right = left.others[0]
        try left.honest.follow(left.rogue.commit([], left.rogue.path()))
        try right.follow(left.rogue.commit([], left.rogue.path()))
        let joiner = try RogueJoiner(into: left.honest)
        try expectRefusal(of: joiner.join.message, by: right, for: .messageSignature)
    }

    @Test func aSignersNewGroupInfoOfAnOldEpochLeadsNowhere() throws {
        var company = try Company()
        let old = try company.honest.groupInfo()
        try company.honest.follow(company.rogue.commit([], company.rogue.path()))
        let join = try Group.joinByExternalCommit(old, as: Player("late").client)
        try expectRefusal(of: join.message, by: company.honest, as: .wrongEpoch)
    }

    @Test func anExternalProposalNeedsANamedSenderAndIsOnlyAProposal() throws {
        let key = SignatureSecretKey()
        var company = try Company(extensions: .naming(key))
        let remove = ProposedChange.remove(LeafIndex(rawValue: 2))
        func message(_ index: UInt32, _ key: SignatureSecretKey, in group: Group) throws -> [UInt8] {
            try ExternalProposal.message(
                remove, from: SenderIndex(rawValue: index), with: key, to: group.id, epoch: group.currentEpoch,
                cipherSuite: group.cipherSuite)
        }
        let unnamed = try Company()
        try expectRefusal(of: message(0, key, in: unnamed.honest), by: unnamed.honest, for: .externalSenderKnown)
        try expectRefusal(
            of: message(0, SignatureSecretKey(), in: company.honest), by: company.honest, for: .messageSignature)
        let before = try company.honest.snapshot()
        let right = try message(0, key, in: company.honest)
        let proposal = try company.honest.proposed(right)
        #expect(proposal.sender == .external(SenderIndex(rawValue: 0)))
        #expect(try company.honest.snapshot() == before, "looking at a proposal changed the group")
        _ = try company.honest.seal([1])
    }

    @Test func aChangeOfExtensionsThatSlipsInAnExternalSenderIsShownWhole() throws {
        var company = try Company()
        let slipped = try Extensions.naming(SignatureSecretKey())
        let staged = try company.honest.staged(company.rogue.commit(setting: slipped))
        #expect(staged.effects.extensions == slipped)
        #expect(staged.groupAfterwards?.externalSenders.count == 1)
        #expect(company.honest.externalSenders.isEmpty)
    }

    @Test func whoAsksToBeAddedIsNotAddedByThat() throws {
        var company = try Company()
        let bundle = try Player("asking").bundle()
        let message = try ExternalProposal.joining(
            company.honest.id, epoch: company.honest.currentEpoch, with: bundle)
        let before = try company.honest.snapshot()
        let proposal = try company.honest.proposed(message)
        #expect(proposal.sender == .newMemberProposal)
        #expect(try company.honest.snapshot() == before)
        let stranger = try company.rogue.publicMessage(
            .proposal(.add(Add(keyPackage: bundle.keyPackage))), from: .newMemberProposal, by: SignatureSecretKey())
        try expectRefusal(of: stranger, by: company.honest, for: .messageSignature)
    }
}
