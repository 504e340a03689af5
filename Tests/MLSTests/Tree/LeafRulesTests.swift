import HPKE
import MLS
import TLSCodec
import Testing

/// §7.3 for one leaf. Each test breaks one rule of a leaf that is good otherwise.
struct LeafRulesTests {
    private let client = TreeClient("someone")

    @Test func takesALeafThatKeepsThemAll() throws {
        let leaf = try client.leaf()
        try rules().check(leaf)
        try rules().checkSignature(of: leaf, at: LeafIndex(rawValue: 7))
        let updated = try client.leaf(.made(1), .update, at: 3)
        try rules().checkUpdate(updated, of: leaf)
        let committed = try client.leaf(.made(2), .commit(parentHash: []), at: 3)
        try rules().checkCommitted(committed, of: leaf, at: LeafIndex(rawValue: 3))
        try rules().checkCommitted(committed, of: nil, at: LeafIndex(rawValue: 3))
    }

    @Test(arguments: [0, 31, 33]) func refusesAnEncryptionKeyOfAnotherForm(_ byteCount: Int) throws {
        let leaf = try client.leaf(HPKEPublicKey([UInt8](repeating: 1, count: byteCount)), .update, at: 0)
        #expect(throws: MLSError.invalid(.encryptionKeyForm)) { try rules().check(leaf) }
    }

    @Test func refusesTwoExtensionsOfOneType() throws {
        let twice = Extension(type: .applicationID, data: [])
        let leaf = try client.leaf(extensions: [twice, twice])
        #expect(throws: MLSError.invalid(.leafExtensionsOnce)) { try rules().check(leaf) }
    }

    @Test func refusesAnExtensionThatTheLeafDoesNotList() throws {
        let strange = Extension(type: .strange, data: [])
        #expect(throws: MLSError.invalid(.leafExtensionsListed)) {
            try rules().check(client.leaf(extensions: [strange]))
        }
        try rules().check(client.with { $0.listing(extensions: [.strange]) }.leaf(extensions: [strange]))
        // Every client supports the RFC's own.
        try rules().check(client.leaf(extensions: [Extension(type: .applicationID, data: [])]))
    }

    @Test func refusesALeafWithoutTheGroupsVersion() throws {
        let other = client.with { Capabilities(versions: [], cipherSuites: $0.cipherSuites) }
        #expect(throws: MLSError.invalid(.leafSupportsVersion)) { try rules().check(other.leaf()) }
    }

    @Test func refusesALeafWithoutTheGroupsSuite() throws {
        let other = client.with { _ in Capabilities(cipherSuites: [1]) }
        #expect(throws: MLSError.invalid(.leafSupportsCipherSuite)) { try rules().check(other.leaf()) }
    }

    @Test func refusesALeafWithoutAnExtensionOfTheGroup() throws {
        let rules = try rules(extensions: [Extension(type: .strange, data: [1])])
        #expect(throws: MLSError.invalid(.leafGroupExtensions)) { try rules.check(client.leaf()) }
        try rules.check(client.with { $0.listing(extensions: [.strange]) }.leaf())
    }

    @Test func refusesALeafWithoutRequiredExtensions() throws {
        let rules = try rules(requiring: RequiredCapabilities(extensionTypes: [.externalSenders, .strange]))
        #expect(throws: MLSError.invalid(.leafRequiredExtensions)) { try rules.check(client.leaf()) }
        try rules.check(client.with { $0.listing(extensions: [.strange]) }.leaf())
    }

    @Test func refusesALeafWithoutRequiredProposals() throws {
        let rules = try rules(requiring: RequiredCapabilities(proposalTypes: [.reInit, .strange]))
        #expect(throws: MLSError.invalid(.leafRequiredProposals)) { try rules.check(client.leaf()) }
        try rules.check(client.with { $0.listing(proposals: [.strange]) }.leaf())
    }

    @Test func refusesALeafWithoutRequiredCredentials() throws {
        let rules = try rules(requiring: RequiredCapabilities(credentialTypes: [.basic, .x509]))
        #expect(throws: MLSError.invalid(.leafRequiredCredentials)) { try rules.check(client.leaf()) }
        try rules.check(client.with { $0.listing(credentials: [.x509]) }.leaf())
    }

    @Test func refusesRequirementsThatAreNone() throws {
        let broken = Extension(type: .requiredCapabilities, data: [1])
        #expect(throws: MLSError.malformed(.truncated)) { _ = try rules(extensions: [broken]) }
    }

    @Test func refusesACredentialThatTheLeafDoesNotList() throws {
        let other = client.with { Capabilities(cipherSuites: $0.cipherSuites, credentials: [.x509]) }
        #expect(throws: MLSError.invalid(.leafCredentialListed)) { try rules().check(other.leaf()) }
    }

    @Test func refusesACredentialThatTheApplicationRefuses() throws {
        let rules = try rules(credentials: CredentialPolicy(isValid: { _, key in key.bytes.isEmpty }))
        #expect(throws: MLSError.invalid(.credentialValid)) { try rules.check(client.leaf()) }
    }

    @Test func refusesALeafThatChangesIdentity() throws {
        let old = try client.leaf()
        var other = client
        other.credential = .basic(identity: [1])
        let updated = try other.leaf(.made(1), .update, at: 3)
        let committed = try other.leaf(.made(1), .commit(parentHash: []), at: 3)
        #expect(throws: MLSError.invalid(.credentialSuccessor)) {
            try rules().checkUpdate(updated, of: old)
        }
        #expect(throws: MLSError.invalid(.credentialSuccessor)) {
            try rules().checkCommitted(committed, of: old, at: LeafIndex(rawValue: 3))
        }
        let lenient = try rules(credentials: CredentialPolicy(isSuccessor: { _, _ in true }))
        try lenient.checkUpdate(updated, of: old)
    }

    @Test(arguments: [(999, 1_000), (2_001, 2_000)]) func refusesALeafOutsideOfItsLifetime(
        _ refused: UInt64, _ taken: UInt64
    ) throws {
        let leaf = try client.leaf()
        #expect(throws: MLSError.invalid(.leafLifetime)) { try rules(now: refused).check(leaf) }
        try rules(now: taken).check(leaf)
        try rules(now: nil).check(leaf)
    }

    @Test func refusesALifetimeThatIsTooLongOrNone() throws {
        let leaf = try client.leaf()
        #expect(throws: MLSError.invalid(.leafLifetimeTotal)) { try rules(lifetimeSecondsMax: 999).check(leaf) }
        try rules(lifetimeSecondsMax: 1_000).check(leaf)
        let backwards = Lifetime(notBefore: UnixTime(seconds: 2), notAfter: UnixTime(seconds: 1))
        #expect(throws: MLSError.invalid(.leafLifetimeTotal)) {
            try rules(now: nil).check(client.leaf(lifetime: backwards))
        }
        let endless = Lifetime(notBefore: UnixTime(seconds: 0), notAfter: UnixTime(seconds: .max))
        #expect(throws: MLSError.invalid(.leafLifetimeTotal)) {
            try rules(lifetimeSecondsMax: .max - 1).check(client.leaf(lifetime: endless))
        }
    }

    @Test func refusesAnUpdateOfAnotherSource() throws {
        let old = try client.leaf()
        for source in [LeafNodeSource.keyPackage(.ofTests), .commit(parentHash: [])] {
            let leaf = try client.leaf(.made(1), source, at: 3)
            #expect(throws: MLSError.invalid(.leafSourceUpdate)) {
                try rules().checkUpdate(leaf, of: old)
            }
        }
    }

    @Test func refusesACommittedLeafOfAnotherSource() throws {
        for source in [LeafNodeSource.keyPackage(.ofTests), .update] {
            let leaf = try client.leaf(.made(1), source, at: 3)
            #expect(throws: MLSError.invalid(.leafSourceCommit)) {
                try rules().checkCommitted(leaf, of: nil, at: LeafIndex(rawValue: 3))
            }
        }
    }

    @Test func refusesAnUpdateOrCommitWithTheOldKey() throws {
        let old = try client.leaf()
        let updated = try client.leaf(old.encryptionKey, .update, at: 3)
        #expect(throws: MLSError.invalid(.updateKeyFresh)) {
            try rules().checkUpdate(updated, of: old)
        }
        let committed = try client.leaf(old.encryptionKey, .commit(parentHash: []), at: 3)
        #expect(throws: MLSError.invalid(.commitKeyFresh)) {
            try rules().checkCommitted(committed, of: old, at: LeafIndex(rawValue: 3))
        }
    }

    @Test func refusesASignatureForAnotherPlaceGroupOrKey() throws {
        let old = try client.leaf()
        let leaf = try client.leaf(.made(1), .update, at: 3)
        #expect(throws: MLSError.invalid(.leafSignature)) {
            try rules().checkSignature(of: leaf, at: LeafIndex(rawValue: 4))
        }
        let elsewhere = try rules(groupID: GroupID([1]))
        #expect(throws: MLSError.invalid(.leafSignature)) {
            try elsewhere.checkSignature(of: leaf, at: LeafIndex(rawValue: 3))
        }
        #expect(throws: MLSError.invalid(.leafSignature)) {
            try rules().checkSignature(of: TreeClient("other").leaf().signed(old.signature), at: LeafIndex(rawValue: 0))
        }
        for signature in [[], Array(leaf.signature.dropLast()), leaf.signature + [0]] {
            #expect(throws: MLSError.invalid(.leafSignature)) {
                try rules().checkSignature(of: leaf.signed(signature), at: LeafIndex(rawValue: 3))
            }
        }
    }

    private func rules(requiring required: RequiredCapabilities) throws -> LeafRules {
        try rules(extensions: [Extension(required)])
    }

    private func rules(
        groupID: GroupID = TreeClient.groupID, extensions: Extensions = [],
        credentials: CredentialPolicy = CredentialPolicy(), lifetimeSecondsMax: UInt64 = 1_000, now: UInt64? = 1_500
    ) throws -> LeafRules {
        try LeafRules(
            .x25519ChaCha20Poly1305, groupID: groupID, extensions: extensions, credentials: credentials,
            lifetimeSecondsMax: lifetimeSecondsMax, now: now.map { UnixTime(seconds: $0) })
    }
}
