import MLS
import Testing

@Suite struct FirstThreadTests {
    @Test(arguments: CipherSuite.tested)
    func twoMembersTalkAndOneIsRemoved(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        try party.say(0, "hello")
        try party.say(1, "hello yourself")
        try party.commit(1)
        try party.say(0, "again")
        try party.commit(0, [.remove(party[1].ownLeafIndex)])
        #expect(party[1].status == .removed)
        #expect(party[0].memberCount == 1)
    }

    @Test(arguments: CipherSuite.tested)
    func manyMembersCommitInTurn(suite: CipherSuite) throws {
        var party = try Party(7, suite)
        for index in party.groups.indices {
            try party.commit(index)
            try party.say(index, "from \(index)")
        }
        try party.commit(3, [.remove(party[4].ownLeafIndex), .remove(party[6].ownLeafIndex)])
        try party.invite(3)
        for index in party.groups.indices where party[index].status == .active {
            try party.say(index, "still here")
            try party.commit(index, options: CommitOptions(forcesPath: true))
        }
    }
}
