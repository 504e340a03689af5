import MLS
import Testing

/// What becomes of a group that goes on from a copy or an older state, as far as others can tell: the library can't keep
/// a caller from it.
@Suite struct OldStateTests {
    @Test(arguments: CipherSuite.tested)
    func ofTwoCopiesThatSealWithOneKeyOnlyOneIsHeard(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        var copy = party[0]
        let first = try party.groups[0].seal([1])
        let second = try copy.seal([2])
        #expect(try party.groups[1].hear(first).content == [1])
        let before = try StoredGroup(party[1])
        #expect(throws: MLSError.secretUsedOrGone) { try party.groups[1].process(second) }
        #expect(try StoredGroup(party[1]) == before)
    }

    /// Sent, but lost with the process before it was stored.
    @Test(arguments: [HandshakeFormat.privateMessage, .publicMessage])
    func aLostCommitWithoutAPathIsFollowedLikeAnothers(format: HandshakeFormat) throws {
        var party = try Party(2, configuration: GroupConfiguration(handshakes: format))
        let before = try StoredGroup(party[0])
        let commit = try party.groups[0].stageCommit([.add(Person("guest").bundle().keyPackage)], now: Person.now)
        party.groups[0] = try before.restored(party[0].configuration)
        for index in 0..<2 { try party.groups[index].take(commit.message) }
        party.expectAgreement()
        try party.say(0, "on")
    }

    /// Its new keys are gone with what was staged: only others can follow it.
    @Test(arguments: [HandshakeFormat.privateMessage, .publicMessage])
    func aLostCommitWithAPathIsKnownAsOnesOwn(format: HandshakeFormat) throws {
        var party = try Party(2, configuration: GroupConfiguration(handshakes: format))
        let before = try StoredGroup(party[0])
        let commit = try party.groups[0].stageCommit(now: Person.now)
        party.groups[0] = try before.restored(party[0].configuration)
        #expect(throws: MLSError.ownMessage) { try party.groups[0].process(commit.message) }
        #expect(try StoredGroup(party[0]) == before)
        try party.groups[1].take(commit.message)
    }
}
