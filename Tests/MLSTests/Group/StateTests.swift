import MLS
import Sodium
import TestSupport
import Testing

@Suite struct StateTests {
    /// Keeps two past epochs.
    let configuration = GroupConfiguration(pastEpochs: 2)

    /// A group with something of everything in its state.
    func party(_ suite: CipherSuite) throws -> Party {
        var party = try Party(4, suite, configuration: configuration)
        for index in 0..<4 {
            try party.commit(index)
            try party.say(index, "in epoch \(index)")
        }
        _ = try party.groups[1].seal([1])
        let late = try party.groups[3].seal([2])
        try party.commit(0, [.remove(party[2].ownLeafIndex)])
        _ = try party.groups[1].hear(late)
        _ = try party.groups[0].seal([3])
        _ = try party.groups[0].hear(try party.groups[1].seal([4]))
        _ = try party.groups[1].hear(try party.groups[0].seal([5]))
        let proposal = try party.groups[0].propose(.update(), now: Person.now)
        try party.groups[1].keep(proposal.message)
        _ = try party.groups[0].stageCommit(now: Person.now)
        return party
    }

    @Test(arguments: CipherSuite.tested)
    func aRestoredGroupEqualsTheOriginal(suite: CipherSuite) throws {
        let party = try party(suite)
        for group in party.groups {
            let stored = try StoredGroup(group)
            let restored = try stored.restored(configuration)
            #expect(try StoredGroup(restored) == stored)
            #expect(restored.status == group.status)
            #expect(restored.members == group.members)
            #expect(restored.cachedProposals == group.cachedProposals)
            #expect((try? restored.epochAuthenticator) == (try? group.epochAuthenticator))
        }
    }

    @Test(arguments: CipherSuite.tested)
    func restoredGroupsGoOn(suite: CipherSuite) throws {
        var party = try Party(4, suite, configuration: configuration)
        for round in 0..<6 {
            for index in party.groups.indices {
                party.groups[index] = try StoredGroup(party[index]).restored(configuration)
            }
            try party.say(round % 4, "round \(round)")
            try party.propose((round + 1) % 4, .update())
            for index in party.groups.indices {
                party.groups[index] = try StoredGroup(party[index]).restored(configuration)
            }
            try party.commit((round + 2) % 4)
        }
    }

    @Test func messagesChangeTheMessagePartAlone() throws {
        var party = try Party(3)
        let before = try party.groups.map { try StoredGroup($0) }
        try party.say(0, "a")
        try party.say(1, "b")
        try party.propose(2, .update())
        for (index, old) in before.enumerated() {
            let new = try StoredGroup(party[index])
            #expect(new.epochPart == old.epochPart)
            #expect(new.messagePart != old.messagePart)
        }
    }

    @Test func theMessagePartIsLittle() throws {
        var party = try Party(9)
        #expect(try StoredGroup(party[0]).messagePart.count < 120)
        try party.say(5, "a")
        // One sender's two ratchets, and a secret for each level of the tree.
        #expect(try StoredGroup(party[0]).messagePart.count < 500)
    }

    @Test func partsOfDifferentEpochsAreRefused() throws {
        var party = try Party(2)
        let old = try StoredGroup(party[0])
        try party.commit(1)
        let new = try StoredGroup(party[0])
        #expect(throws: MLSError.wrongEpoch) {
            try Group(epochPart: new.epochPart.span, messagePart: old.messagePart.span)
        }
        #expect(throws: MLSError.wrongEpoch) {
            try Group(epochPart: old.epochPart.span, messagePart: new.messagePart.span)
        }
    }

    @Test func damagedStateIsRefusedAndNeverTraps() throws {
        let party = try party(.x25519ChaCha20Poly1305)
        let stored = try StoredGroup(party[1])
        for count in stride(from: 0, to: stored.epochPart.count, by: 7) {
            let part = Array(stored.epochPart.prefix(count))
            #expect(throws: MLSError.self) { try Group(epochPart: part.span, messagePart: stored.messagePart.span) }
        }
        for count in 0..<stored.messagePart.count {
            let part = Array(stored.messagePart.prefix(count))
            #expect(throws: MLSError.self) { try Group(epochPart: stored.epochPart.span, messagePart: part.span) }
        }
        var random = SeededRandom.announced()
        for _ in 0..<2_000 {
            var (epoch, messages) = (stored.epochPart, stored.messagePart)
            epoch[Int.random(in: 0..<epoch.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            messages[Int.random(in: 0..<messages.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = try? Group(epochPart: epoch.span, messagePart: messages.span)
        }
    }

    @Test(arguments: [0, 2])
    func whoWasRemovedKeepsNoSecrets(pastEpochs: Int) throws {
        var party = try Party(3, configuration: GroupConfiguration(pastEpochs: pastEpochs))
        let late = try party.groups[0].seal([1])
        let authenticator = try party[1].epochAuthenticator
        let secrets = try #require(party[1].epoch.member?.schedule)
        try party.commit(0, [.remove(party[1].ownLeafIndex)])
        #expect(party[1].status == .removed)
        #expect(throws: MLSError.removed) { try party.groups[1].seal([1]) }
        #expect(throws: MLSError.removed) { try party.groups[1].exportSecret("x", byteCount: 1) }
        #expect(throws: MLSError.removed) { try party.groups[1].epochAuthenticator }
        #expect(throws: MLSError.removed) { try party.groups[1].stageCommit(now: Person.now) }
        let stored = try StoredGroup(party[1])
        for secret in [secrets.initSecret, secrets.exporterSecret, secrets.externalSecret, secrets.resumptionPSK] {
            #expect(!stored.epochPart.contains(bytes: secret.copied))
        }
        #expect(!stored.epochPart.contains(bytes: authenticator))
        var restored = try stored.restored(party[1].configuration)
        #expect(try StoredGroup(restored) == stored)
        if pastEpochs > 0 {
            #expect(try restored.hear(late).content == [1])
        } else {
            #expect(throws: MLSError.removed) { try restored.process(late) }
        }
    }
}
