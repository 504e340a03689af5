import MLS
import Sodium
import Testing

@Suite struct ProposingTests {
    @Test(arguments: CipherSuite.tested, [HandshakeFormat.privateMessage, .publicMessage])
    func proposalsAreCommittedByReference(suite: CipherSuite, format: HandshakeFormat) throws {
        var party = try Party(5, suite, configuration: GroupConfiguration(handshakes: format))
        let guest = try Person("guest", suite).bundle()
        let psks = PSKStore(external: [[1]: Secret(copying: [2])])
        let add = try party.propose(1, .add(guest.keyPackage))
        let update = try party.propose(2, .update())
        let remove = try party.propose(3, .remove(party[4].ownLeafIndex))
        let psk = try party.propose(3, .externalPSK(id: [1]))
        let extensions = try party.propose(0, .extensions([]))
        let commit = try party.commit(0, psks: psks)
        let references = Set(commit.staged.effects.proposals.compactMap(\.reference))
        #expect(references == [add, update, remove, psk, extensions])
        #expect(party[4].status == .removed)
        party.groups[4] = try party.join(try #require(commit.welcome), guest, psks: psks)
        for index in 0..<5 {
            #expect(party[index].cachedProposals.isEmpty)
            try party.say(index, "after")
            try party.commit(index)
        }
    }

    @Test(arguments: CipherSuite.tested)
    func anUpdateIsCommittedByAnother(suite: CipherSuite) throws {
        var party = try Party(4, suite)
        var client = party.people[2].client
        client.signatureKey = SignatureSecretKey()
        let old = party[2].member(at: party[2].ownLeafIndex)
        try party.propose(2, .update(client))
        // The proposer's secrets outlive a restart.
        party.groups[2] = try StoredGroup(party[2]).restored()
        let commit = try party.commit(1)
        #expect(commit.staged.effects.updated.map(\.leafIndex).contains(party[2].ownLeafIndex))
        let new = party[2].member(at: party[2].ownLeafIndex)
        #expect(new?.signatureKey == client.signatureKey.publicKey)
        #expect(new?.leafNode.encryptionKey != old?.leafNode.encryptionKey)
        try party.say(2, "by my new key")
        try party.commit(2)
        try party.commit(0)
    }

    @Test func nothingIsSealedWhileAProposalWaits() throws {
        var party = try Party(2)
        let reference = try party.propose(0, .update())
        let before = try StoredGroup(party[1])
        #expect(throws: MLSError.invalid(.applicationDataAfterCommit)) { try party.groups[1].seal([1]) }
        #expect(try StoredGroup(party[1]) == before)
        party.groups[1].forgetProposal(reference)
        _ = try party.groups[1].seal([1])
    }

    @Test func aProposalIsKeptOnlyWhenTheCallerSaysSo() throws {
        var party = try Party(3)
        let proposal = try party.groups[0].propose(.update(), now: Person.now)
        let received = try party.groups[1].proposed(proposal.message)
        #expect(received.reference == proposal.reference)
        #expect(received.sender == .member(party[0].ownLeafIndex))
        #expect(party[1].cachedProposals.isEmpty)
        try party.groups[2].keep(proposal.message)
        let commit = try party.groups[2].stageCommit(now: Person.now)
        let before = try StoredGroup(party[1])
        #expect(throws: MLSError.missingProposal(proposal.reference)) { try party.groups[1].process(commit.message) }
        #expect(try StoredGroup(party[1]) == before)
        try party.groups[1].cache(received)
        try party.groups[1].take(commit.message)
        try party.groups[0].take(commit.message)
        try party.groups[2].merge(commit.staged)
        party.expectAgreement()
    }

    @Test func aProposalOfAnOldEpochIsNotKept() throws {
        var party = try Party(2)
        let proposal = try party.groups[0].propose(.update(), now: Person.now)
        let received = try party.groups[1].proposed(proposal.message)
        party.groups[0].forgetProposal(proposal.reference)
        try party.commit(0)
        #expect(throws: MLSError.wrongEpoch) { try party.groups[1].cache(received) }
        var others = try Party(2)
        #expect(throws: MLSError.wrongGroup) { try others.groups[1].cache(received) }
    }

    @Test func theCommitterPicksWhatMakesAValidList() throws {
        var party = try Party(5)
        let target = party[4].ownLeafIndex
        try party.propose(0, .update())
        try party.propose(4, .update())
        try party.propose(3, .update())
        let latest = try party.propose(3, .update())
        let removal = try party.propose(1, .remove(target))
        try party.propose(2, .remove(target))
        try party.propose(2, .remove(party[0].ownLeafIndex))
        try party.propose(2, .extensions([]))
        let extensions = try party.propose(1, .extensions([]))
        try party.propose(
            2, .reInit(groupID: GroupID([1]), cipherSuite: .x25519ChaCha20Poly1305, extensions: []))
        let commit = try party.commit(0)
        let references = commit.staged.effects.proposals.compactMap(\.reference)
        #expect(Set(references) == [latest, removal, extensions])
    }

    @Test func anUpdateOfTheCommitterIsNoProposalByValue() throws {
        var party = try Party(2)
        #expect(throws: MLSError.invalid(.updateNotByCommitter)) {
            try party.groups[0].stageCommit([.update()], now: Person.now)
        }
    }

    @Test func theCacheIsBounded() throws {
        var cache = ProposalCache()
        func proposal(_ proposal: Proposal) throws -> CommittedProposal {
            try CommittedProposal(verifying: proposal, from: .newMemberCommit, .x25519ChaCha20Poly1305)
        }
        let remove = try proposal(.remove(Remove(removed: LeafIndex(rawValue: 1))))
        for number in 0..<MLSLimits.cachedProposalsMax {
            let reference = ProposalRef([UInt8(number >> 8), UInt8(number & 0xFF)])
            try cache.insert(remove.named(reference))
        }
        #expect(throws: MLSError.overLimit) {
            try cache.insert(remove.named(ProposalRef([1, 2, 3])))
        }
        let bytes = [UInt8](repeating: 0, count: MLSLimits.cachedProposalBytesMax)
        let large = try proposal(.externalInit(ExternalInit(kemOutput: bytes)))
        var empty = ProposalCache()
        #expect(throws: MLSError.overLimit) {
            try empty.insert(large.named(ProposalRef([1])))
        }
    }

    @Test func whatIsForgottenMakesPlaceForItsSizeAndLeavesTheOthersInTheirOrder() throws {
        var cache = ProposalCache()
        let names = (0..<3).map { ProposalRef([$0]) }
        let halfTheCache = Proposal.externalInit(
            ExternalInit(kemOutput: [UInt8](repeating: 0, count: MLSLimits.cachedProposalBytesMax / 2 - 100)))
        let small = Proposal.remove(Remove(removed: LeafIndex(rawValue: 1)))
        for (name, proposal) in zip(names, [small, halfTheCache, halfTheCache]) {
            let committed = try CommittedProposal(
                verifying: proposal, from: .newMemberCommit, .x25519ChaCha20Poly1305)
            try cache.insert(committed.named(name))
        }
        let large = try CommittedProposal(
            verifying: halfTheCache, from: .newMemberCommit, .x25519ChaCha20Poly1305
        ).named(ProposalRef([9]))
        #expect(throws: MLSError.overLimit) { try cache.insert(large) }
        cache.remove(ProposalRef([7]))
        cache.remove(names[0])
        #expect(cache.proposals.map(\.reference) == [names[1], names[2]])
        #expect(cache[names[0]] == nil && cache[names[2]]?.reference == names[2])
        #expect(throws: MLSError.overLimit) { try cache.insert(large) }
        cache.remove(names[1])
        try cache.insert(large)
        #expect(cache.proposals.map(\.reference) == [names[2], large.reference])
        #expect(cache[names[2]]?.reference == names[2] && cache[ProposalRef([9])] == large)
        for item in cache.proposals { item.reference.map { cache.remove($0) } }
        #expect(cache.isEmpty)
    }
}
