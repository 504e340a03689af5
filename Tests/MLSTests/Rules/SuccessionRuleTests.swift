import MLS
import Sodium
import Testing

/// RFC 9420 §11.2, §11.3, §12.4.3.1: groups that claim to follow another, or to be a branch of it.
struct SuccessionRuleTests {
    @Test func whatFollowsIsJoinedWhenNothingIsWrongWithIt() throws {
        let reinitialised = try Succession()
        #expect(try reinitialised.join().id == reinitialised.reInit.groupID)
        let branched = try Succession(branching: true)
        #expect(try branched.join().memberCount == 2)
    }

    @Test func refusesAGroupOfAnotherIDThanWasProposed() throws {
        var succession = try Succession()
        succession.welcome.context = succession.welcome.context.changed(groupID: GroupID([1]))
        try succession.expectRefusal(for: .reinitWelcomeGroupID)
    }

    @Test func refusesOtherExtensionsThanWereProposed() throws {
        var succession = try Succession()
        let other = Extensions([try Extension(RequiredCapabilities())])
        succession.welcome.context = succession.welcome.context.changed(extensions: other)
        try succession.expectRefusal(for: .reinitWelcomeExtensions)
    }

    @Test func refusesAnotherVersionThanWasProposed() throws {
        let future = ReInit(
            groupID: GroupID([7]), version: ProtocolVersion(rawValue: 2), cipherSuite: 3, extensions: [])
        var succession = try Succession()
        try succession.end(with: future)
        succession.welcome.context = succession.welcome.context.changed(groupID: future.groupID)
        try succession.expectRefusal(for: .reinitWelcomeVersion)
    }

    @Test func refusesAnotherSuiteThanWasProposed() throws {
        let other = ReInit(groupID: GroupID([7]), cipherSuite: 1, extensions: [])
        var succession = try Succession()
        try succession.end(with: other)
        succession.welcome.context = succession.welcome.context.changed(groupID: other.groupID)
        try succession.expectRefusal(for: .reinitWelcomeCipherSuite)
    }

    @Test func refusesAGroupThatDoesNotBeginWithTheFirstEpoch() throws {
        for branching in [false, true] {
            for epoch in [0, 2, UInt64.max] {
                var succession = try Succession(branching: branching)
                succession.welcome.context = succession.welcome.context.changed(epoch: Epoch(rawValue: epoch))
                try succession.expectRefusal(for: .resumptionEpoch)
            }
        }
    }

    @Test func refusesAGroupThatNamesAnotherEpochOrGroupOrNone() throws {
        var succession = try Succession()
        let before = Epoch(rawValue: succession.origin.currentEpoch.rawValue - 1)
        try succession.rename(usage: .reInit, groupID: succession.origin.id, epoch: before)
        try succession.expectRefusal(for: .reinitWelcomePSK)
        try succession.rename(usage: .reInit, groupID: GroupID([1]), epoch: succession.origin.currentEpoch)
        try succession.expectRefusal(for: .reinitWelcomePSK)
        succession.forgetOrigin()
        try succession.expectRefusal(for: .reinitWelcomePSK)
    }

    @Test func refusesAGroupWhoseOriginIsNotGiven() throws {
        for branching in [false, true] {
            var succession = try Succession(branching: branching)
            try succession.expectRefusal(as: .missingPSK(succession.named), withOrigin: false)
            guard branching else { continue }
            try succession.rename(usage: .branch, groupID: GroupID([1]), epoch: succession.origin.currentEpoch)
            try succession.expectRefusal(as: .missingPSK(succession.named))
        }
    }

    @Test func refusesAGroupThatFollowsNoReInit() throws {
        var succession = try Succession(branching: true)
        try succession.rename(usage: .reInit, groupID: succession.origin.id, epoch: succession.origin.currentEpoch)
        try succession.expectRefusal(for: .reinitWelcomeCommit)
        #expect(throws: MLSError.invalid(.reinitWelcomeCommit)) {
            try succession.origin.successor(with: [], as: Player("x").client, now: Player.now)
        }
    }

    @Test func refusesAGroupThatLeavesAMemberOut() throws {
        let succession = try Succession(leavingOut: true)
        try succession.expectRefusal(for: .reinitWelcomeMembers)
        #expect(throws: MLSError.invalid(.reinitWelcomeMembers)) {
            try succession.origin.successor(with: [], as: succession.players[1].client, now: Player.now)
        }
    }

    @Test func refusesABranchWithAStranger() throws {
        let succession = try Succession(branching: true, withStranger: true)
        try succession.expectRefusal(for: .branchWelcomeMembers)
        let stranger = Player("stranger")
        #expect(throws: MLSError.invalid(.branchWelcomeMembers)) {
            try succession.origin.branch(
                with: [stranger.bundle().keyPackage], as: succession.players[1].client, now: Player.now)
        }
    }

    @Test func refusesABranchOfAnotherSuite() throws {
        let succession = try Succession(branching: true, suite: .x25519AES128GCM)
        try succession.expectRefusal(for: .branchWelcomeCipherSuite)
    }

    @Test func nothingIsSentOrCommittedAfterAReInit() throws {
        var origin = try Succession().origin
        let before = try origin.snapshot()
        #expect(throws: MLSError.reinitialised) { try origin.seal([1]) }
        #expect(throws: MLSError.reinitialised) { try origin.stageCommit(now: Player.now) }
        #expect(throws: MLSError.reinitialised) { try origin.propose(.update(), now: Player.now) }
        #expect(try origin.snapshot() == before)
    }
}
