import MLS
import Sodium
import Testing

/// RFC 9420 §7.2, §10, §13.4: what this library doesn't make itself.
struct OwnClientRuleTests {
    private static let type = ExtensionType(rawValue: 0xFF00)

    private func expectNotMade(
        for rule: ValidationRule, leafExtensions: Extensions = [], _ capabilities: Capabilities = .ofAllSuites,
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        var player = Player("somebody", capabilities: capabilities)
        player.client.leafExtensions = leafExtensions
        let company = try Company()
        var group = company.honest
        let client = Client(
            credential: company.players[1].client.credential, signatureKey: player.key, capabilities: capabilities,
            leafExtensions: leafExtensions)
        #expect(throws: MLSError.invalid(rule), sourceLocation: place) { try player.bundle() }
        #expect(throws: MLSError.invalid(rule), sourceLocation: place) {
            try Group(cipherSuite: player.suite, client: player.client, now: Player.now)
        }
        #expect(throws: MLSError.invalid(rule), sourceLocation: place) {
            try group.stageCommit(options: CommitOptions(client: client), now: Player.now)
        }
        #expect(throws: MLSError.invalid(rule), sourceLocation: place) {
            try group.propose(.update(client), now: Player.now)
        }
        #expect(throws: MLSError.invalid(rule), sourceLocation: place) {
            try Group.joinByExternalCommit(group.groupInfo(), as: player.client)
        }
        #expect(try group.snapshot() == company.honest.snapshot(), sourceLocation: place)
    }

    @Test func listsNoDefaultsInItsCapabilities() throws {
        for type in 1...5 as ClosedRange<UInt16> {
            let listed = Capabilities.ofAllSuites.changed(extensions: [ExtensionType(rawValue: type)])
            try expectNotMade(for: .capabilitiesWithoutDefaults, listed)
        }
        for type in 1...7 as ClosedRange<UInt16> {
            let listed = Capabilities.ofAllSuites.changed(proposals: [ProposalType(rawValue: type)])
            try expectNotMade(for: .capabilitiesWithoutDefaults, listed)
        }
    }

    @Test func followsAPeerThatListsDefaults() throws {
        var company = try Company()
        let listed = Capabilities.ofAllSuites.changed(extensions: [.applicationID, .ratchetTree], proposals: [.add])
        let newcomer = try Player("newcomer").keyPackage { $0.changed(capabilities: listed) }
        let commit = try company.rogue.commit([.add(Add(keyPackage: newcomer))]) { [try $0.add(newcomer.leafNode)] }
        try company.honest.follow(commit)
    }

    @Test func listsWhatItUses() throws {
        try expectNotMade(for: .leafSupportsVersion, .ofAllSuites.changed(versions: []))
        try expectNotMade(for: .leafSupportsCipherSuite, .ofAllSuites.changed(cipherSuites: [0x0A0A]))
        try expectNotMade(for: .leafCredentialListed, .ofAllSuites.changed(credentials: [.x509]))
        let unlisted = Extensions([Extension(type: Self.type, data: [])])
        try expectNotMade(for: .leafExtensionsListed, leafExtensions: unlisted)
        let twice = Extensions([Extension(type: Self.type, data: []), Extension(type: Self.type, data: [])])
        try expectNotMade(
            for: .leafExtensionsOnce, leafExtensions: twice, .ofAllSuites.changed(extensions: [Self.type]))
    }

    @Test func makesNoKeyPackageWithExtensionsThatItDoesNotListOrTwice() throws {
        let player = Player("somebody", capabilities: .ofAllSuites.changed(extensions: [Self.type]))
        func make(_ types: [UInt16]) throws -> KeyPackageBundle {
            let list = types.map { Extension(type: ExtensionType(rawValue: $0), data: []) }
            return try KeyPackageBundle(
                of: player.client, cipherSuite: player.suite, now: Player.now, extensions: Extensions(list))
        }
        #expect(throws: MLSError.invalid(.keyPackageExtensionsListed)) { try make([0xFF01]) }
        #expect(throws: MLSError.invalid(.keyPackageExtensionsOnce)) { try make([0xFF00, 0xFF00]) }
        _ = try make([0xFF00])
    }

    @Test func makesNoExternalProposalThatOnlyMembersMayMake() throws {
        let key = SignatureSecretKey()
        #expect(throws: MLSError.invalid(.externalProposalType)) {
            try ExternalProposal.message(
                .update(), from: SenderIndex(rawValue: 0), with: key, to: GroupID([1]), epoch: .first,
                cipherSuite: .x25519ChaCha20Poly1305)
        }
    }
}
