import HPKE
import MLS
import Sodium
import Testing

/// RFC 9420 §10.1: key packages that nobody may be added with.
struct KeyPackageRuleTests {
    private let newcomer = Player("newcomer")
    private var suite: CipherSuite { newcomer.suite }

    @Test func refusesKeysOfAnotherLength() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        for count in [0, 31, 33, 1_216] {
            let wrong = HPKEPublicKey([UInt8](repeating: 9, count: count))
            let initKey = try right.changed(initKey: wrong, signedBy: newcomer.key, suite)
            try company.expectRefusal(ofAdding: initKey, for: .encryptionKeyForm)
            let leafKey = try newcomer.keyPackage { $0.changed(encryptionKey: wrong) }
            try company.expectRefusal(ofAdding: leafKey, for: .encryptionKeyForm)
            let signatureKey = try newcomer.keyPackage { $0.changed(signatureKey: SignaturePublicKey(wrong.bytes)) }
            try company.expectRefusal(ofAdding: signatureKey, for: .signatureKeyForm)
        }
    }

    /// Whoever came in with such a key would keep every member from committing.
    @Test(arguments: [CipherSuite.x25519ChaCha20Poly1305, .xWingChaCha20Poly1305])
    func refusesKeysThatNobodyCanSealTo(_ suite: CipherSuite) throws {
        let company = try Company(of: 3, suite)
        let newcomer = Player("newcomer", suite)
        let right = try newcomer.bundle().keyPackage
        var wrong = right.leafNode.encryptionKey.bytes
        wrong.replaceSubrange((wrong.count - 32)..., with: [UInt8](repeating: 0, count: 32))
        var unreduced = right.leafNode.encryptionKey.bytes
        unreduced.replaceSubrange(0..<2, with: [0xFF, 0x0F])
        for bytes in suite == .xWingChaCha20Poly1305 ? [wrong, unreduced] : [wrong] {
            let key = HPKEPublicKey(bytes)
            let leafKey = try newcomer.keyPackage { $0.changed(encryptionKey: key) }
            try company.expectRefusal(ofAdding: leafKey, for: .encryptionKeyForm)
            let initKey = try right.changed(initKey: key, signedBy: newcomer.key, suite)
            try company.expectRefusal(ofAdding: initKey, for: .encryptionKeyForm)
            let path = try company.rogue.path()
            let nodes = [path.update.nodes[0].changed(key: key)] + path.update.nodes.dropFirst()
            let commit = try company.rogue.commit([], path.with(nodes: nodes))
            try expectRefusal(of: commit, by: company.honest, for: .encryptionKeyForm)
        }
    }

    @Test func refusesAnotherVersionOrSuite() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        let version = try right.changed(version: ProtocolVersion(rawValue: 2), signedBy: newcomer.key, suite)
        try company.expectRefusal(ofAdding: version, for: .keyPackageVersion)
        let suite = try right.changed(cipherSuite: 1, signedBy: newcomer.key, suite)
        try company.expectRefusal(ofAdding: suite, for: .keyPackageCipherSuite)
    }

    @Test func refusesAPackageThatItsOwnerDidNotSign() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        let stranger = try right.changed(signedBy: SignatureSecretKey(), suite)
        try company.expectRefusal(ofAdding: stranger, for: .keyPackageSignature)
        for count in [0, 63, 65] {
            let wrong = right.signed(Array((right.signature + right.signature).prefix(count)))
            try company.expectRefusal(ofAdding: wrong, for: .keyPackageSignature)
        }
        let other = try newcomer.bundle().keyPackage
        try company.expectRefusal(ofAdding: right.signed(other.signature), for: .keyPackageSignature)
    }

    @Test func refusesALeafThatItsOwnerDidNotSign() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        let forged = try right.leafNode.changed(credential: .basic(identity: [0]))
            .signed(by: SignatureSecretKey(), suite)
        let package = try right.changed(leafNode: forged, signedBy: newcomer.key, suite)
        try company.expectRefusal(ofAdding: package, for: .leafSignature)
    }

    @Test func refusesAnInitKeyThatIsTheLeafsToo() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        let wrong = try right.changed(initKey: right.leafNode.encryptionKey, signedBy: newcomer.key, suite)
        try company.expectRefusal(ofAdding: wrong, for: .keyPackageInitKeyDiffers)
    }

    @Test func refusesAnExtensionTwice() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        let twice = Extensions([Extension(type: .applicationID, data: [0]), Extension(type: .applicationID, data: [0])])
        let wrong = try right.changed(extensions: twice, signedBy: newcomer.key, suite)
        try company.expectRefusal(ofAdding: wrong, for: .keyPackageExtensionsOnce)
    }

    @Test func refusesAnExtensionThatTheLeafDoesNotList() throws {
        let company = try Company()
        let right = try newcomer.bundle().keyPackage
        let unlisted = Extensions([Extension(type: ExtensionType(rawValue: 0xFF00), data: [])])
        let wrong = try right.changed(extensions: unlisted, signedBy: newcomer.key, suite)
        try company.expectRefusal(ofAdding: wrong, for: .keyPackageExtensionsListed)
    }

    @Test func refusesALeafThatSaysItCameByAnUpdateOrACommit() throws {
        let company = try Company()
        for source in [LeafNodeSource.update, .commit(parentHash: [])] {
            try company.expectRefusal(
                ofAdding: newcomer.keyPackage { $0.changed(source: source) }, for: .leafSourceKeyPackage)
        }
    }

    @Test func refusesALifetimeThatIsTooLong() throws {
        let company = try Company()
        let start = Player.now.seconds
        let max = GroupConfiguration().leafLifetimeSecondsMax
        for (first, last) in [(start, start + max + 1), (0, UInt64.max), (start, start - 1)] {
            let lifetime = Lifetime(notBefore: UnixTime(seconds: first), notAfter: UnixTime(seconds: last))
            let wrong = try newcomer.keyPackage { $0.changed(source: .keyPackage(lifetime)) }
            try company.expectRefusal(ofAdding: wrong, for: .leafLifetimeTotal)
        }
        let longest = Lifetime(notBefore: Player.now, notAfter: UnixTime(seconds: start + max))
        var maker = company.honest
        _ = try maker.stageCommit(
            [.add(try newcomer.keyPackage { $0.changed(source: .keyPackage(longest)) })], now: Player.now)
    }

    @Test func refusesALifetimeThatIsOverOrHasNotBegun() throws {
        let company = try Company()
        let now = Player.now.seconds
        for (first, last) in [(now - 10, now - 1), (now + 1, now + 10)] {
            let lifetime = Lifetime(notBefore: UnixTime(seconds: first), notAfter: UnixTime(seconds: last))
            let wrong = try newcomer.keyPackage { $0.changed(source: .keyPackage(lifetime)) }
            try company.expectRefusal(ofAdding: wrong, for: .leafLifetime, now: Player.now)
            var proposer = company.honest
            #expect(throws: MLSError.invalid(.leafLifetime)) { try proposer.propose(.add(wrong), now: Player.now) }
            #expect(try proposer.snapshot() == company.honest.snapshot())
        }
        let momentary = Lifetime(notBefore: Player.now, notAfter: Player.now)
        var maker = company.honest
        _ = try maker.stageCommit(
            [.add(try newcomer.keyPackage { $0.changed(source: .keyPackage(momentary)) })], now: Player.now)
    }

    @Test func refusesAnEncryptionKeyThatAMemberHas() throws {
        let company = try Company()
        let taken = try #require(company.honest.member(at: company.rogue.leaf)).leafNode.encryptionKey
        try company.expectRefusal(
            ofAdding: newcomer.keyPackage { $0.changed(encryptionKey: taken) }, for: .leafEncryptionKeyUnique)
    }

    @Test func refusesAnEncryptionKeyThatANodeAboveHas() throws {
        let company = try Company()
        let taken = try #require(company.honest.epoch.tree.parent(at: NodeIndex(1))).encryptionKey
        try company.expectRefusal(
            ofAdding: newcomer.keyPackage { $0.changed(encryptionKey: taken) }, for: .parentKeyUnique)
    }

    @Test func refusesAClientWhoseCredentialTheApplicationDoesNotBelieve() throws {
        let policy = CredentialPolicy(isValid: { credential, _ in credential != .basic(identity: Array("mallory".utf8))
        })
        let company = try Company(configuration: GroupConfiguration(credentials: policy))
        try company.expectRefusal(ofAdding: Player("mallory").bundle().keyPackage, for: .credentialValid)
        let sender = ExternalSender(
            signatureKey: SignatureSecretKey().publicKey, credential: .basic(identity: Array("mallory".utf8)))
        let extensions = Extensions([try Extension(ExternalSenders([sender]))])
        try company.expectNotMade([.extensions(extensions)], for: .credentialValid)
        let commit = try company.rogue.commit(setting: extensions)
        try expectRefusal(of: commit, by: company.honest, for: .credentialValid)
    }
}
