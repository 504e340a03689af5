import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

@Suite struct PublicGroupTests {
    @Test(arguments: CipherSuite.tested, [true, false])
    func aGroupIsLookedAtBeforeSomebodyJoins(suite: CipherSuite, hasTree: Bool) async throws {
        let type = ExtensionType(rawValue: 0xF0F2)
        let own = Extension(type: type, data: [1, 2])
        var party = try Party(4, suite, extensions: [own], supporting: [type])
        try party.commit(2, [.remove(party[1].ownLeafIndex)])
        let named = Extension(type: ExtensionType(rawValue: 0xF0F3), data: [3])
        let info = try party[3].groupInfo(hasTree: hasTree, extensions: [named])
        let tree = hasTree ? nil : try party[0].ratchetTree()
        let seen = [
            try PublicGroup(verifying: info, tree: tree, now: Person.now),
            try await PublicGroup.verifyConcurrently(info, tree: tree, partCount: 2),
        ]
        for group in seen {
            #expect(group.id == party[0].id && group.cipherSuite == suite && group.context == party[0].context)
            #expect(group.currentEpoch == party[0].currentEpoch && group.extensions == [own])
            #expect(group.members == party[0].members && group.memberCount == 3)
            let key = party.people[2].client.signatureKey.publicKey
            #expect(group.member(withSignatureKey: key)?.leafIndex == party[2].ownLeafIndex)
            #expect(group.member(at: party[1].ownLeafIndex) == nil)
            #expect(group.signer == party[0].member(at: party[3].ownLeafIndex))
            #expect(group.groupInfoExtensions.types == [named.type, .externalPub])
            for index in [0, 2, 3] { #expect(party[index].matches(group)) }
            #expect(!party[1].matches(group))
        }
        let guest = Person("guest", suite, extensions: [type])
        let join = try Group.joinByExternalCommit(to: seen[0], as: guest.client)
        for index in [0, 2, 3] { try party.groups[index].take(join.message) }
        party.groups.append(join.group)
        party.expectAgreement()
        #expect(!party[0].matches(seen[0]))
    }

    @Test func aGroupThatIsOnlyShownAdmitsNobody() throws {
        let group = try Person("founder").group()
        let shown = try PublicGroup(verifying: group.groupInfo(admitsExternalCommits: false))
        #expect(!shown.admitsExternalCommits && group.matches(shown))
        #expect(throws: MLSError.invalid(.externalKeyPresent)) {
            try Group.joinByExternalCommit(to: shown, as: Person("guest").client)
        }
    }

    @Test func whoJoinsAShownGroupIsHeldToTheSameRules() throws {
        let type = ExtensionType(rawValue: 0xF0F2)
        let party = try Party(1, extensions: [Extension(type: type, data: [])], supporting: [type])
        let shown = try PublicGroup(verifying: party[0].groupInfo())
        #expect(throws: MLSError.invalid(.joinerGroupExtensions)) {
            try Group.joinByExternalCommit(to: shown, as: Person("guest").client)
        }
        let options = ExternalJoinOptions(joining: JoinOptions(existingGroups: [shown.id]))
        let guest = Person("guest", extensions: [type])
        #expect(throws: MLSError.invalid(.groupIDUnique)) {
            try Group.joinByExternalCommit(to: shown, as: guest.client, options: options)
        }
    }

    /// The policy with which a group was judged goes on judging in it.
    @Test func theConfigurationGoesWithTheGroup() throws {
        let policy = CredentialPolicy(isValid: { credential, _ in credential != .basic(identity: Array("eve".utf8)) })
        let configuration = GroupConfiguration(credentials: policy)
        let shown = try PublicGroup(verifying: Person("founder").group().groupInfo(), configuration: configuration)
        var joined = try Group.joinByExternalCommit(to: shown, as: Person("guest").client).group
        let eve = try Person("eve").bundle().keyPackage
        #expect(throws: MLSError.invalid(.credentialValid)) { try joined.stageCommit([.add(eve)], now: Person.now) }
        #expect(throws: MLSError.invalid(.credentialValid)) {
            try PublicGroup(verifying: Person("eve").group().groupInfo(), configuration: configuration)
        }
    }

    @Test func whatIsServedMustBeAGroup() throws {
        let party = try Party(2)
        let info = try party[0].groupInfo()
        #expect(throws: MLSError.unsupported) { try PublicGroup(verifying: Person("x").bundle().message()) }
        #expect(throws: MLSError.missingTree) { try PublicGroup(verifying: party[0].groupInfo(hasTree: false)) }
        for place in stride(from: 0, to: info.count, by: 7) {
            var changed = info
            changed[place] ^= 1
            #expect(throws: MLSError.self, "byte \(place)") { try PublicGroup(verifying: changed) }
        }
    }

    /// A member may sign what isn't so; whoever is in the group sees it.
    @Test func aMembersLieIsSeenByTheOthers() throws {
        let company = try Company()
        let rogue = company.rogue
        let right = try #require(MLSMessage(received: rogue.group.groupInfo()).asGroupInfo)
        let planted = try Extension(
            ExternalPub(HPKEPublicKey(KEMSecretKey.random(rogue.suite.hpke.kem, from: .system).publicKey)))
        let list = right.extensions.list.filter { $0.type != .externalPub } + [planted]
        let lies = [
            GroupInfo(
                groupContext: right.groupContext, extensions: Extensions(list),
                confirmationTag: right.confirmationTag, signer: right.signer),
            GroupInfo(
                groupContext: right.groupContext, extensions: right.extensions, confirmationTag: [1],
                signer: right.signer),
        ]
        for lie in lies {
            let content = try lie.toBeSigned()
            let signature = rogue.suite.sign(rogue.player.key, "GroupInfoTBS", content.span)
            let shown = try PublicGroup(verifying: MLSMessage.groupInfo(lie.signed(signature)).serialized())
            #expect(!company.honest.matches(shown))
        }
        #expect(company.honest.matches(try PublicGroup(verifying: rogue.group.groupInfo())))
    }
}
