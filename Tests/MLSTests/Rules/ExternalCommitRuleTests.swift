import HPKE
import MLS
import Sodium
import Testing

/// RFC 9420 §12.2, §12.4.3.2: external commits that nobody may follow.
struct ExternalCommitRuleTests {
    private let nonce = [UInt8](repeating: 1, count: 32)

    @Test func whatJoinsIsFollowedWhenNothingIsWrongWithIt() throws {
        var company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let staged = try company.honest.staged(joiner.join.message)
        #expect(staged.effects.isExternal)
        #expect(staged.effects.added.map(\.credential) == [joiner.player.client.credential])
        try company.honest.merge(staged)
        #expect(try company.honest.epochAuthenticator == joiner.join.group.epochAuthenticator)
        // Resealed without a change it is followed, too: its tag covers what was signed, and that is the same.
        let again = try RogueJoiner(into: company.others[0])
        #expect(try again.message(path: again.commit.path) == again.join.message)
    }

    @Test func refusesOneWithoutAPath() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        try expectRefusal(of: joiner.message(path: nil), by: company.honest, for: .externalCommitPath)
    }

    @Test func refusesOneThatNamesAProposalByReference() throws {
        var company = try Company()
        let remove = Proposal.remove(Remove(removed: company.others[0].ownLeafIndex))
        let cached = try company.cache(company.rogue.signed(.proposal(remove), as: .publicMessage))
        let joiner = try RogueJoiner(into: company.honest)
        for reference in [cached, ProposalRef(nonce)] {
            let message = try joiner.message(joiner.commit.proposals + [.reference(reference)])
            try expectRefusal(of: message, by: company.honest, for: .externalCommitByValue)
        }
    }

    @Test func refusesOneWithoutAnExternalInitOrWithTwo() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let proposals = joiner.commit.proposals
        for wrong in [[], proposals + proposals] {
            try expectRefusal(of: joiner.message(wrong), by: company.honest, for: .externalCommitInitOnce)
        }
    }

    @Test func refusesOneThatRemovesTwoMembers() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let removes = [0, 2].map { ProposalOrRef.proposal(.remove(Remove(removed: LeafIndex(rawValue: $0)))) }
        try expectRefusal(
            of: joiner.message(joiner.commit.proposals + removes), by: company.honest, for: .externalCommitRemoveOnce)
    }

    @Test func refusesOneThatRemovesABlankLeaf() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let remove = ProposalOrRef.proposal(.remove(Remove(removed: LeafIndex(rawValue: 3))))
        try expectRefusal(
            of: joiner.message(joiner.commit.proposals + [remove]), by: company.honest, for: .removeNamesMember)
    }

    @Test func refusesOneWithAnyOtherProposal() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let path = try #require(joiner.commit.path)
        let others: [Proposal] = [
            .add(Add(keyPackage: try Player("friend").bundle().keyPackage)),
            .groupContextExtensions(GroupContextExtensions(extensions: [])),
            .reInit(ReInit(groupID: GroupID([1]), cipherSuite: 3, extensions: [])),
        ]
        for other in others {
            let message = try joiner.message(joiner.commit.proposals + [.proposal(other)])
            try expectRefusal(of: message, by: company.honest, for: .externalCommitProposalType)
        }
        // An Update has a member for its sender, or it is nobody's.
        let update = Proposal.update(Update(leafNode: path.leafNode))
        try expectRefusal(
            of: joiner.message(joiner.commit.proposals + [.proposal(update)]), by: company.honest, for: .senderIsMember)
    }

    @Test func refusesPSKsThatBelongToAReinitialisationOrABranch() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let usages: [(ResumptionPSKUsage, ValidationRule)] = [
            (.reInit, .pskReinitContext), (.branch, .pskBranchContext),
        ]
        for (usage, rule) in usages {
            let psk = PreSharedKeyID.resumption(
                usage: usage, groupID: company.honest.id, epoch: company.honest.currentEpoch, nonce: nonce)
            let message = try joiner.message(
                joiner.commit.proposals + [.proposal(.preSharedKey(PreSharedKey(psk: psk)))])
            try expectRefusal(of: message, by: company.honest, for: rule)
        }
    }

    @Test func refusesOneThatBringsBackTheKeyOfTheLeafThatItRemoves() throws {
        let company = try Company()
        let old = company.others[0].ownLeafIndex
        let key = try #require(company.honest.member(at: old)).leafNode.encryptionKey
        let joiner = try RogueJoiner(company.players[2], into: company.honest, replacing: old)
        var followed = company.honest
        try followed.follow(joiner.join.message)
        let message = try joiner.message(at: old, in: company.honest.id) { $0.changed(encryptionKey: key) }
        try expectRefusal(of: message, by: company.honest, for: .externalCommitKeyFresh)
    }

    @Test func refusesOneThatTakesAnothersPlace() throws {
        let company = try Company()
        let victim = company.others[0].ownLeafIndex
        let lenient = GroupConfiguration(credentials: CredentialPolicy(isSuccessor: { _, _ in true }))
        let joiner = try RogueJoiner(into: company.honest, replacing: victim, configuration: lenient)
        try expectRefusal(of: joiner.join.message, by: company.honest, for: .credentialSuccessor)
        #expect(throws: MLSError.invalid(.credentialSuccessor)) {
            try RogueJoiner(into: company.honest, replacing: victim)
        }
    }

    @Test func refusesOneOfAMemberThatDoesNotRemoveItself() throws {
        let company = try Company()
        #expect(throws: MLSError.invalid(.leafSignatureKeyUnique)) {
            try RogueJoiner(company.players[2], into: company.honest)
        }
        let joiner = try RogueJoiner(into: company.honest)
        let key = company.players[2].key
        let place = joiner.join.group.ownLeafIndex
        let path = try #require(joiner.commit.path)
        let leaf = try path.leafNode.changed(signatureKey: key.publicKey)
            .signed(by: key, joiner.player.suite, groupID: company.honest.id, at: place)
        let message = try joiner.message(path: UpdatePath(leafNode: leaf, nodes: path.nodes), by: key)
        try expectRefusal(of: message, by: company.honest, for: .leafSignatureKeyUnique)
    }

    @Test func refusesALeafSignedForAnotherPlaceOrGroup() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let place = joiner.join.group.ownLeafIndex
        let wrong = [
            try joiner.message(at: LeafIndex(rawValue: 2), in: company.honest.id) { $0 },
            try joiner.message(at: place, in: GroupID([1])) { $0 },
        ]
        for message in wrong { try expectRefusal(of: message, by: company.honest, for: .leafSignature) }
    }

    @Test func refusesAnotherSignatureOrTag() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let stranger = try joiner.message(path: joiner.commit.path, by: SignatureSecretKey())
        try expectRefusal(of: stranger, by: company.honest, for: .messageSignature)
        for count in [0, 31, 32, 33] {
            let message = try joiner.message(
                path: joiner.commit.path, confirmationTag: [UInt8](repeating: 0, count: count))
            try expectRefusal(of: message, by: company.honest, for: .confirmationTag)
        }
    }

    @Test func refusesAnExternalInitThatDoesNotOpen() throws {
        let company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        for count in [0, 31, 32, 33] {
            let wrong = ProposalOrRef.proposal(
                .externalInit(ExternalInit(kemOutput: [UInt8](repeating: 0, count: count))))
            try expectRefusal(of: joiner.message([wrong]), by: company.honest, for: .externalInitOutput)
        }
        let other = KEMSecretKey.random(.x25519, from: .system).publicKey.bytes
        let another = ProposalOrRef.proposal(.externalInit(ExternalInit(kemOutput: other)))
        try expectRefusal(of: joiner.message([another]), by: company.honest, for: .confirmationTag)
    }

    @Test func refusesAGroupInfoThatAdmitsNobody() throws {
        let company = try Company()
        let info = try company.honest.groupInfo(admitsExternalCommits: false)
        #expect(throws: MLSError.invalid(.externalKeyPresent)) {
            try Group.joinByExternalCommit(info, as: Player("joiner").client)
        }
    }

    @Test func refusesOneForAnotherEpoch() throws {
        var company = try Company()
        let joiner = try RogueJoiner(into: company.honest)
        let next = try #require(company.honest.currentEpoch.next)
        try expectRefusal(
            of: joiner.message(path: joiner.commit.path, epoch: next), by: company.honest, as: .wrongEpoch)
        try company.honest.follow(company.rogue.commit([], company.rogue.path()))
        try expectRefusal(of: joiner.join.message, by: company.honest, as: .wrongEpoch)
        // Framed for the epoch as it is now, but made for the one before: the signature is of that.
        try expectRefusal(
            of: joiner.message(path: joiner.commit.path, epoch: next), by: company.honest, for: .messageSignature)
    }
}
