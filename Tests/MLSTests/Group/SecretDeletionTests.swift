import HPKE
import MLS
import Sodium
import Testing

/// RFC 9420 §9.2, seen from outside: what was used stands nowhere in the state.
@Suite struct SecretDeletionTests {
    @Test(arguments: CipherSuite.tested)
    func mergingLeavesNothingOfTheEpochBefore(suite: CipherSuite) throws {
        var party = try Party(4, suite, configuration: GroupConfiguration(resumptionPSKs: 0))
        for index in 0..<4 { try party.commit(index) }
        for index in 0..<4 {
            let old = try #require(party[index].epoch.member)
            var secrets = [
                old.schedule.initSecret, old.schedule.exporterSecret, old.schedule.externalSecret,
                old.schedule.resumptionPSK,
            ].map(\.copied)
            let before = try StoredGroup(party[index])
            if index > 0 { secrets.append(try #require(old.path.key(of: party[index].epoch.tree.size.root)).copied) }
            for secret in secrets { #expect(before.epochPart.contains(bytes: secret)) }
            try party.commit(index == 0 ? 1 : 0, options: CommitOptions(forcesPath: true))
            let after = try StoredGroup(party[index])
            for secret in secrets {
                #expect(!after.epochPart.contains(bytes: secret))
                #expect(!after.messagePart.contains(bytes: secret))
            }
        }
    }

    /// RFC 9420 §12.4.3.1: init key, joiner secret and path secret have served when the group is there.
    @Test(arguments: CipherSuite.tested)
    func joiningLeavesNothingOfTheWelcome(suite: CipherSuite) throws {
        var party = try Party(3, suite)
        let bundle = try Person("guest", suite).bundle()
        let commit = try party.commit(
            0, [.add(bundle.keyPackage)], options: CommitOptions(forcesPath: true))
        let bytes = try #require(commit.welcome)
        let welcome = try #require(try MLSMessage(received: bytes).asWelcome)
        let opened = try suite.openGroupSecrets(
            try #require(welcome.secrets.first).encryptedGroupSecrets, with: bundle.initKey,
            encryptedGroupInfo: welcome.encryptedGroupInfo)
        let gone = [
            bundle.initKey.copied, opened.joinerSecret.copied, try #require(opened.pathSecret).copied,
        ]
        let joined = try StoredGroup(try party.join(bytes, bundle))
        let sent = try commit.serialized().withBytes { bytes in bytes.indices.map { bytes[$0] } }
        let committer = try StoredGroup(party[0])
        for secret in gone {
            for bytes in [joined.epochPart, joined.messagePart, committer.epochPart, committer.messagePart, sent] {
                #expect(!bytes.contains(bytes: secret))
            }
        }
    }

    @Test func theOwnLeafKeyGoesWithItsCommit() throws {
        var party = try Party(2)
        let leafKey = try #require(party[0].epoch.member).path.leafKey.copied
        #expect(try StoredGroup(party[0]).epochPart.contains(bytes: leafKey))
        try party.commit(0)
        let after = try StoredGroup(party[0])
        #expect(!after.epochPart.contains(bytes: leafKey))
    }

    @Test func whatHasSealedOrOpenedCantOpenAgain() throws {
        var party = try Party(3)
        let untouched = try StoredGroup(party[1]).messagePart
        let message = try party.groups[0].seal([1])
        _ = try party.groups[1].hear(message)
        let used = try StoredGroup(party[1])
        // Behind version, epoch, confirmation tag, leaf, count, node number and length: the root of the secret tree, from
        // which every key of the epoch follows.
        let root = Array(untouched.dropFirst(59).prefix(32))
        #expect(untouched.contains(bytes: root) && !used.messagePart.contains(bytes: root))
        var restored = try used.restored()
        #expect(throws: MLSError.secretUsedOrGone) { try restored.process(message) }
        var sender = try StoredGroup(party[0]).restored()
        #expect(throws: MLSError.ownMessage) { try sender.process(message) }
    }

    @Test func aThrownAwayUpdateLeavesNoKey() throws {
        var party = try Party(2)
        let proposal = try party.groups[0].propose(.update(), now: Person.now)
        let key = try #require(party[0].ownUpdates.first).leafKey.copied
        #expect(try StoredGroup(party[0]).messagePart.contains(bytes: key))
        party.groups[0].forgetProposal(proposal.reference)
        let forgotten = try StoredGroup(party[0])
        #expect(!forgotten.messagePart.contains(bytes: key))
        _ = try party.groups[0].propose(.update(), now: Person.now)
        let second = try #require(party[0].ownUpdates.first).leafKey.copied
        try party.commit(1)
        let after = try StoredGroup(party[0])
        #expect(!after.messagePart.contains(bytes: second) && !after.epochPart.contains(bytes: second))
    }
}
