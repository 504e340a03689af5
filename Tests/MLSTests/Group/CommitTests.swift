import MLS
import Sodium
import Testing

@Suite struct CommitTests {
    @Test(arguments: CipherSuite.tested)
    func addsWithoutAPathUnlessOneIsForced(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let guest = try Person("guest", suite).bundle()
        let plain = try party.groups[0].stageCommit([.add(guest.keyPackage)], now: Person.now)
        #expect(!plain.staged.effects.hasPath)
        #expect(plain.staged.effects.updated.isEmpty)
        let forced = try party.groups[0].stageCommit(
            [.add(guest.keyPackage)], options: CommitOptions(forcesPath: true), now: Person.now)
        #expect(forced.staged.effects.hasPath)
        #expect(forced.staged.effects.updated.map(\.leafIndex) == [party[0].ownLeafIndex])
        #expect(forced.staged.effects.added.map(\.leafNode) == [guest.keyPackage.leafNode])
        try party.groups[1].take(forced.message)
        try party.groups[0].merge(forced.staged)
        party.groups.append(try party.join(try #require(forced.welcome), guest))
        party.expectAgreement()
        try party.say(2, "in")
        try party.commit(2)
    }

    @Test(arguments: CipherSuite.tested, [HandshakeFormat.privateMessage, .publicMessage])
    func commitsTravelInBothForms(suite: CipherSuite, format: HandshakeFormat) throws {
        var party = try Party(3, suite, configuration: GroupConfiguration(handshakes: format))
        let commit = try party.commit(1)
        let message = try MLSMessage(received: commit.message)
        #expect(message.wireFormat == (format == .publicMessage ? .publicMessage : .privateMessage))
        try party.propose(2, .update())
        try party.commit(0)
        try party.say(2, "with a new key")
    }

    @Test(arguments: CipherSuite.tested)
    func aCommitCarriesAuthenticatedData(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let commit = try party.groups[0].stageCommit(
            options: CommitOptions(authenticatedData: [1, 2, 3]), now: Person.now)
        let staged = try party.groups[1].staged(commit.message)
        #expect(staged.effects.authenticatedData == [1, 2, 3])
        #expect(staged.effects.committer == .member(party[0].ownLeafIndex))
        #expect(!staged.isOwn && commit.staged.isOwn)
        #expect(staged.reference == commit.staged.reference)
    }

    @Test(arguments: CipherSuite.tested)
    func aMemberChangesOneThingOfItself(suite: CipherSuite) throws {
        let policy = CredentialPolicy(isSuccessor: { _, _ in true })
        var party = try Party(2, suite, configuration: GroupConfiguration(credentials: policy))
        var client = try party[1].ownClient()
        #expect(client.credential == party.people[1].client.credential)
        #expect(client.signatureKey.publicKey == party.people[1].client.signatureKey.publicKey)
        client.credential = .basic(identity: [9])
        let commit = try party.commit(1, options: CommitOptions(client: client))
        let change = try #require(commit.staged.effects.updated.first)
        #expect(change.changesCredential && change.new.credential == client.credential)
        #expect(change.new.capabilities == change.old.capabilities && change.new.extensions == change.old.extensions)
        #expect(change.new.signatureKey == change.old.signatureKey)
        try party.commit(0, [.remove(party[1].ownLeafIndex)])
        #expect(throws: MLSError.removed) { try party[1].ownClient() }
    }

    @Test(arguments: CipherSuite.tested)
    func aMemberReplacesItsSignatureKeyAndExtensions(suite: CipherSuite) throws {
        let type = ExtensionType(rawValue: 0xF111)
        var party = try Party(3, suite)
        var client = party.people[1].client
        client.signatureKey = SignatureSecretKey()
        client.capabilities = Capabilities(cipherSuites: [suite.rawValue], extensions: [type])
        client.leafExtensions = [Extension(type: type, data: [5])]
        let commit = try party.commit(1, options: CommitOptions(client: client))
        let change = try #require(commit.staged.effects.updated.first)
        #expect(!change.changesCredential)
        #expect(change.new.signatureKey == client.signatureKey.publicKey)
        #expect(change.new.extensions[type] == [5])
        try party.say(1, "with another key")
        try party.commit(1)
        #expect(party[0].member(at: party[1].ownLeafIndex)?.leafNode.extensions[type] == [5])
    }

    @Test func aCredentialIsReplacedOnlyIfThePolicySaysSo() throws {
        let policy = CredentialPolicy(isSuccessor: { old, new in
            guard case .basic(let old) = old, case .basic(let new) = new else { return false }
            return new.starts(with: old)
        })
        var party = try Party(2, configuration: GroupConfiguration(credentials: policy))
        var client = party.people[1].client
        client.credential = .basic(identity: Array("somebody else".utf8))
        #expect(throws: MLSError.invalid(.credentialSuccessor)) {
            try party.groups[1].stageCommit(options: CommitOptions(client: client), now: Person.now)
        }
        client.credential = .basic(identity: Array("member 1, newly named".utf8))
        let commit = try party.commit(1, options: CommitOptions(client: client))
        #expect(commit.staged.effects.updated.first?.changesCredential == true)
    }

    @Test(arguments: CipherSuite.tested)
    func preSharedKeysAreMixedIn(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let psks = PSKStore(external: [[1]: Secret(copying: [7, 7]), [2]: Secret(copying: [8])])
        let first = party[0].currentEpoch
        try party.commit(0, [.externalPSK(id: [2]), .externalPSK(id: [1])], psks: psks)
        try party.commit(1, [.resumptionPSK(groupID: party[0].id, epoch: first)])
        let commit = try party.groups[0].stageCommit([.externalPSK(id: [1])], now: Person.now, psks: psks)
        let before = try StoredGroup(party[1])
        let named = try #require(commit.staged.effects.psks.first)
        #expect(throws: MLSError.missingPSK(named)) { try party.groups[1].process(commit.message) }
        #expect(throws: MLSError.invalid(.confirmationTag)) {
            try party.groups[1].process(commit.message, psks: PSKStore(external: [[1]: Secret(copying: [9])]))
        }
        #expect(try StoredGroup(party[1]) == before)
        let changes: [ProposedChange] = [.externalPSK(id: [1]), .externalPSK(id: [3])]
        let missing = #expect(throws: MLSError.self) {
            try party.groups[0].stageCommit(changes, now: Person.now, psks: psks)
        }
        guard case .missingPSK(.external(id: [3], _)) = missing else { throw MLSError.unsupported }
        try party.groups[1].take(commit.message, psks: psks)
    }

    @Test(arguments: CipherSuite.tested)
    func extensionsAreReplacedWhereAllSupportThem(suite: CipherSuite) throws {
        let type = ExtensionType(rawValue: 0xF222)
        var party = try Party(3, suite, supporting: [type])
        let required = RequiredCapabilities(extensionTypes: [type])
        let extensions: Extensions = [
            Extension(type: type, data: [1]), try .requiredCapabilities(required),
        ]
        let commit = try party.commit(2, [.extensions(extensions)])
        #expect(commit.staged.effects.extensions == extensions)
        #expect(party[0].extensions == extensions)
        #expect(party[0].requiredCapabilities == required)
        try party.invite(1)
        let stranger = try Person("without", suite).bundle()
        #expect(throws: MLSError.invalid(.leafGroupExtensions)) {
            try party.groups[0].stageCommit([.add(stranger.keyPackage)], now: Person.now)
        }
        // The committer begins to support it with this very commit; the others don't.
        let unknown = ExtensionType(rawValue: 0xF333)
        var client = party.people[0].client
        client.capabilities = Capabilities(cipherSuites: [suite.rawValue], extensions: [type, unknown])
        #expect(throws: MLSError.invalid(.groupExtensionsSupported)) {
            try party.groups[0].stageCommit(
                [.extensions([Extension(type: unknown, data: [])])], options: CommitOptions(client: client),
                now: Person.now)
        }
    }
}
