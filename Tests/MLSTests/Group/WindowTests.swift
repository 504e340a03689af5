import MLS
import Testing

@Suite struct WindowTests {
    @Test(arguments: CipherSuite.tested)
    func messagesOpenInAnyOrderOnce(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let messages = try (0..<8).map { try party.groups[0].seal([UInt8($0)]) }
        for place in [5, 0, 7, 2, 1, 6, 3, 4] {
            #expect(try party.groups[1].hear(messages[place]).content == [UInt8(place)])
        }
        let before = try StoredGroup(party[1])
        for message in messages {
            #expect(throws: MLSError.secretUsedOrGone) { try party.groups[1].process(message) }
            #expect(throws: MLSError.ownMessage) { try party.groups[0].process(message) }
        }
        #expect(try StoredGroup(party[1]) == before)
    }

    @Test func aGenerationIsAsFarAheadAsTheConfigurationAllows() throws {
        var party = try Party(2, configuration: GroupConfiguration(generationsAheadMax: 3))
        let messages = try (0..<5).map { try party.groups[0].seal([UInt8($0)]) }
        let before = try StoredGroup(party[1])
        #expect(throws: MLSError.generationTooFar) { try party.groups[1].process(messages[4]) }
        #expect(try StoredGroup(party[1]) == before)
        #expect(try party.groups[1].hear(messages[3]).content == [3])
        #expect(try party.groups[1].hear(messages[4]).content == [4])
    }

    @Test func onlyTheLatestSkippedKeysAreKept() throws {
        var party = try Party(2, configuration: GroupConfiguration(skippedKeysMax: 2))
        let messages = try (0..<5).map { try party.groups[0].seal([UInt8($0)]) }
        _ = try party.groups[1].hear(messages[4])
        for gone in 0...1 {
            #expect(throws: MLSError.secretUsedOrGone) { try party.groups[1].process(messages[gone]) }
        }
        _ = try party.groups[1].hear(messages[2])
        _ = try party.groups[1].hear(messages[3])
    }

    @Test(arguments: 0...3)
    func lateMessagesOpenAsManyEpochsAsTheConfigurationKeeps(kept: Int) throws {
        var party = try Party(3, configuration: GroupConfiguration(pastEpochs: kept))
        var late: [[UInt8]] = []
        for epoch in 0..<5 {
            late.append(try party.groups[2].seal([UInt8(epoch)]))
            try party.commit(epoch % 2)
        }
        for (epoch, message) in late.enumerated() {
            if epoch >= 5 - kept {
                let heard = try party.groups[0].hear(message)
                #expect(heard.content == [UInt8(epoch)])
                #expect(heard.epoch < party[0].currentEpoch)
                #expect(throws: MLSError.secretUsedOrGone) { try party.groups[0].process(message) }
            } else {
                #expect(throws: MLSError.wrongEpoch) { try party.groups[0].process(message) }
            }
        }
    }

    @Test func aLateMessageShowsItsSenderAsItWas() throws {
        var party = try Party(3, configuration: GroupConfiguration(pastEpochs: 2))
        let old = party[2].members
        let late = try party.groups[2].seal([1])
        let leaf = party[2].ownLeafIndex
        try party.commit(0, [.remove(leaf)])
        try party.invite(1)
        party.groups[1] = try StoredGroup(party[1]).restored(party[1].configuration)
        #expect(party[1].member(at: leaf)?.credential != old[2].credential)
        for index in 0..<2 { #expect(try party.groups[index].hear(late).sender == old[2]) }
    }

    @Test func lateHandshakesAreRefused() throws {
        var party = try Party(2, configuration: GroupConfiguration(pastEpochs: 2))
        let proposal = try party.groups[0].propose(.update(), now: Person.now)
        let commit = try party.groups[0].stageCommit(now: Person.now)
        try party.commit(1)
        #expect(throws: MLSError.wrongEpoch) { try party.groups[1].process(proposal.message) }
        #expect(throws: MLSError.wrongEpoch) { try party.groups[1].process(commit.message) }
    }

    @Test(arguments: [0, 2])
    func resumptionSecretsAreRememberedAsLongAsTheConfigurationSays(kept: Int) throws {
        var party = try Party(2, configuration: GroupConfiguration(resumptionPSKs: kept))
        for _ in 0..<4 { try party.commit(0) }
        let now = party[0].currentEpoch.rawValue
        for epoch in 0...now {
            let isKept = party[0].resumptionPSK(of: Epoch(rawValue: epoch)) != nil
            #expect(isKept == (epoch + UInt64(kept) >= now))
        }
    }

    @Test func anOldCopyLearnsWhatItSaidItself() throws {
        var party = try Party(2)
        let copy = try StoredGroup(party[0])
        let said = try party.groups[0].seal([1])
        var old = try copy.restored()
        let heard = try old.hear(said)
        #expect(heard.sender.leafIndex == old.ownLeafIndex && heard.content == [1])
        // It goes on behind it: no key is used twice.
        _ = try party.groups[1].hear(said)
        #expect(try party.groups[1].hear(try old.seal([2])).content == [2])
    }

    @Test func asManyCommitsAreStagedInAnEpochAsTheLimitSays() throws {
        var group = try Person("alone").group()
        for _ in 0..<MLSLimits.ownCommitsMax { _ = try group.stageCommit(now: Person.now) }
        let before = try StoredGroup(group)
        #expect(throws: MLSError.overLimit) { try group.stageCommit(now: Person.now) }
        #expect(try StoredGroup(group) == before)
    }
}
