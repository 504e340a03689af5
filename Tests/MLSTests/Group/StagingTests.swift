import MLS
import Sodium
import TLSCodec
import Testing

@Suite struct StagingTests {
    @Test func aStagedCommitCanBeThrownAway() throws {
        var party = try Party(2)
        let epoch = try StoredGroup(party[0]).epochPart
        _ = try party.groups[0].stageCommit(now: Person.now)
        #expect(try StoredGroup(party[0]).epochPart == epoch)
        try party.commit(1)
        try party.say(0, "on")
    }

    @Test func aStagedCommitIsMergedOnce() throws {
        var party = try Party(2)
        let commit = try party.commit(0)
        let before = try StoredGroup(party[0])
        #expect(throws: MLSError.staleCommit) { try party.groups[0].merge(commit.staged) }
        #expect(try StoredGroup(party[0]) == before)
    }

    @Test func ofTwoStagedCommitsOneIsMerged() throws {
        var party = try Party(2)
        let first = try party.groups[0].stageCommit(now: Person.now)
        let second = try party.groups[0].stageCommit(now: Person.now)
        try party.groups[1].take(second.message)
        try party.groups[0].merge(second.staged)
        #expect(throws: MLSError.staleCommit) { try party.groups[0].merge(first.staged) }
        party.expectAgreement()
    }

    @Test func aCommitThatLostItsRaceIsStale() throws {
        var party = try Party(3)
        let lost = try party.groups[0].stageCommit(now: Person.now)
        try party.commit(1)
        #expect(throws: MLSError.staleCommit) { try party.groups[0].merge(lost.staged) }
        #expect(throws: MLSError.wrongEpoch) { try party.groups[2].process(lost.message) }
    }

    @Test(arguments: [HandshakeFormat.privateMessage, .publicMessage])
    func theOwnCommitIsKnownWhenItComesBack(format: HandshakeFormat) throws {
        var party = try Party(2, configuration: GroupConfiguration(handshakes: format))
        let commit = try party.groups[0].stageCommit(now: Person.now)
        let before = try StoredGroup(party[0])
        guard case .ownCommit(let reference) = try party.groups[0].process(commit.message) else {
            throw UnexpectedMessage()
        }
        #expect(reference == commit.staged.reference)
        #expect(try StoredGroup(party[0]) == before)
        // Also from the stored state, in another run of the program.
        var restored = try before.restored()
        guard case .ownCommit(reference) = try restored.process(commit.message) else { throw UnexpectedMessage() }
    }

    @Test(arguments: CipherSuite.tested)
    func aStoredCommitMergesLikeTheOriginal(suite: CipherSuite) throws {
        var party = try Party(4, suite)
        let guest = try Person("guest", suite).bundle()
        let commit = try party.groups[0].stageCommit(
            [.add(guest.keyPackage), .remove(party[2].ownLeafIndex)],
            options: CommitOptions(makesGroupInfo: true), now: Person.now)
        let stored = try commit.serialized()
        let restored = try stored.withBytes { try OutgoingCommit(restoring: $0) }
        #expect(restored.message == commit.message)
        #expect(restored.welcome == commit.welcome)
        #expect(restored.groupInfo == commit.groupInfo)
        #expect(restored.staged.effects == commit.staged.effects)
        #expect(restored.staged.reference == commit.staged.reference)
        var other = party[0]
        try other.merge(commit.staged)
        try party.groups[0].merge(restored.staged)
        #expect(try StoredGroup(other) == StoredGroup(party[0]))
        for index in 1..<4 { try party.groups[index].take(commit.message) }
        party.expectAgreement()
        #expect(party[2].status == .removed)
    }

    @Test func anothersStagedCommitCanBeStored() throws {
        var party = try Party(3)
        let commit = try party.groups[0].stageCommit([.remove(party[2].ownLeafIndex)], now: Person.now)
        for index in 1...2 {
            let staged = try party.groups[index].staged(commit.message)
            #expect(staged.removesThisMember == (index == 2))
            let stored = try staged.serialized()
            let restored = try stored.withBytes { try StagedCommit(restoring: $0) }
            #expect(restored.effects == staged.effects)
            var other = party[index]
            try other.merge(staged)
            try party.groups[index].merge(restored)
            #expect(try StoredGroup(other) == StoredGroup(party[index]))
        }
        try party.groups[0].merge(commit.staged)
        party.expectAgreement()
    }

    @Test func theEffectsFlagIsZeroOrOne() throws {
        var party = try Party(2)
        let effects = try party[0].stageCommit(now: Person.now).staged.effects
        #expect(effects.hasPath)
        var bytes = try effects.encoded()
        // What follows it: no extensions, no reinitialisation, no authenticated data.
        #expect(bytes.suffix(4) == [1, 0, 0, 0])
        let place = bytes.count - 4
        for byte in UInt8(2)...255 {
            bytes[place] = byte
            #expect(throws: CodecError.invalidValue) { try CommitEffects(decoding: bytes) }
        }
    }

    @Test func theGroupAfterwardsIsSeenBeforeTheMerge() throws {
        var party = try Party(2)
        let guest = try Person("guest").bundle()
        let commit = try party.groups[0].stageCommit([.add(guest.keyPackage)], now: Person.now)
        let after = try #require(commit.staged.groupAfterwards)
        let secret = try after.exportSecret("access", byteCount: 32)
        let info = try after.groupInfo()
        try party.groups[1].take(commit.message)
        #expect(try party[1].exportSecret("access", byteCount: 32).isEqual(to: secret))
        #expect(try after.epochAuthenticator == party[1].epochAuthenticator)
        #expect(after.context == party[1].context && after.currentEpoch == party[1].currentEpoch)
        #expect(after.members == party[1].members && after.memberCount == 3)
        #expect(after.ownLeafIndex == party[0].ownLeafIndex)
        #expect(try after.ratchetTree() == party[1].ratchetTree())
        #expect(party[1].matches(try PublicGroup(verifying: info)))
    }
}
