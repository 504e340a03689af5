import MLS
import Testing

@Suite struct SuccessionTests {
    /// A group that has committed a ReInit, its people, and what follows.
    func ended(_ suite: CipherSuite, by change: ProposedChange) throws -> Party {
        var party = try Party(3, suite)
        try party.commit(0, [change])
        return party
    }

    @Test(arguments: CipherSuite.tested)
    func aGroupIsFollowedByAnotherWithOtherParameters(suite: CipherSuite) throws {
        let type = ExtensionType(rawValue: 0xF00F)
        let other: CipherSuite = suite == .xWingChaCha20Poly1305 ? .x25519ChaCha20Poly1305 : .xWingChaCha20Poly1305
        let extensions: Extensions = [Extension(type: type, data: [3])]
        var party = try ended(
            suite, by: .reInit(groupID: GroupID([1, 2]), cipherSuite: other, extensions: extensions))
        guard case .reinitialised(let reInit) = party[1].status else { throw UnexpectedMessage() }
        #expect(reInit.groupID == GroupID([1, 2]))
        #expect(throws: MLSError.reinitialised) { try party.groups[1].seal([1]) }
        #expect(throws: MLSError.reinitialised) { try party.groups[1].stageCommit(now: Person.now) }
        // Another member than the committer founds the new group; the state outlives a restart.
        let origin = try StoredGroup(party[1]).restored()
        let people = party.people.map { person in
            var client = person.client
            client.capabilities = Capabilities(cipherSuites: CipherSuite.all.map(\.rawValue), extensions: [type])
            return client
        }
        let bundles = try [0, 2].map { try KeyPackageBundle(of: people[$0], cipherSuite: other, now: Person.now) }
        var (group, commit) = try origin.successor(
            with: bundles.map(\.keyPackage), as: people[1], now: Person.now)
        try group.merge(commit.staged)
        let welcome = try #require(commit.welcome)
        var next = try Party(1, other)
        next.groups = [group]
        for (place, bundle) in zip([0, 2], bundles) {
            next.groups.append(
                try Group(joining: welcome, with: bundle, options: JoinOptions(origin: party[place])))
        }
        next.expectAgreement()
        #expect(next[1].id == GroupID([1, 2]) && next[1].cipherSuite == other && next[1].extensions == extensions)
        try next.say(2, "on")
        let psk = try #require(commit.staged.effects.psks.first)
        #expect(throws: MLSError.missingPSK(psk)) { try Group(joining: welcome, with: bundles[0]) }
    }

    @Test func aSuccessorHasAllMembers() throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let party = try ended(suite, by: .reInit(groupID: GroupID([1]), cipherSuite: suite, extensions: []))
        let one = try party.people[1].bundle().keyPackage
        #expect(throws: MLSError.invalid(.reinitWelcomeMembers)) {
            try party[0].successor(with: [one], as: party.people[0].client, now: Person.now)
        }
        let active = try Party(2)
        #expect(throws: MLSError.invalid(.reinitWelcomeCommit)) {
            try active[0].successor(with: [one], as: party.people[0].client, now: Person.now)
        }
    }

    @Test(arguments: CipherSuite.tested)
    func someOfAGroupBranchOff(suite: CipherSuite) throws {
        let party = try Party(4, suite)
        let bundles = try [1, 3].map { try party.people[$0].bundle() }
        var (group, commit) = try party[0].branch(
            with: bundles.map(\.keyPackage), as: party.people[0].client, now: Person.now)
        try group.merge(commit.staged)
        let welcome = try #require(commit.welcome)
        var branch = party
        branch.groups = [group]
        for (place, bundle) in zip([1, 3], bundles) {
            branch.groups.append(
                try Group(joining: welcome, with: bundle, options: JoinOptions(origin: party[place])))
        }
        branch.expectAgreement()
        #expect(branch[0].memberCount == 3)
        try branch.say(1, "among us")
        let psk = try #require(commit.staged.effects.psks.first)
        #expect(throws: MLSError.missingPSK(psk)) { try Group(joining: welcome, with: bundles[0]) }
        let stranger = try Person("stranger", suite).bundle().keyPackage
        #expect(throws: MLSError.invalid(.branchWelcomeMembers)) {
            try party[0].branch(with: [stranger], as: party.people[0].client, now: Person.now)
        }
    }
}
