import MLS
import Testing

@Suite struct CapabilityTests {
    @Test(arguments: CipherSuite.tested)
    func valuesThatMeanNothingAreIgnored(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let guest = Person("guest", suite)
        let greased = guest.client.greased()
        #expect(greased.capabilities.extensions.contains { $0.isGREASE })
        let grease = greased.leafExtensions.list
        let bundle = try KeyPackageBundle(
            of: greased, cipherSuite: suite, now: Person.now, extensions: Extensions(grease))
        let commit = try party.commit(
            0, [.add(bundle.keyPackage)], options: CommitOptions(welcomeExtensions: { _ in Extensions(grease) }))
        party.groups.append(try party.join(try #require(commit.welcome), bundle))
        try party.commit(2)
        try party.propose(2, .update())
        try party.commit(1)
        try party.say(2, "still readable")
    }

    @Test func whatNobodySupportsIsNoGroupExtension() throws {
        let grease = Extension(type: ExtensionType(rawValue: 0x0A0A), data: [])
        #expect(throws: MLSError.invalid(.leafGroupExtensions)) {
            try Person("founder").group(extensions: [grease])
        }
        var party = try Party(2)
        #expect(throws: MLSError.self) { try party.groups[0].stageCommit([.extensions([grease])], now: Person.now) }
    }

    @Test func defaultsAreNotListed() throws {
        var client = Person("founder").client
        let suites = client.capabilities.cipherSuites
        for number in 1...5 as ClosedRange<UInt16> {
            client.capabilities = Capabilities(cipherSuites: suites, extensions: [ExtensionType(rawValue: number)])
            #expect(throws: MLSError.invalid(.capabilitiesWithoutDefaults)) {
                try KeyPackageBundle(of: client, cipherSuite: .x25519AES128GCM, now: Person.now)
            }
        }
        client.capabilities = Capabilities(cipherSuites: suites, extensions: [ExtensionType(rawValue: 6)])
        _ = try KeyPackageBundle(of: client, cipherSuite: .x25519AES128GCM, now: Person.now)
        client.capabilities = Capabilities(cipherSuites: suites, proposals: [.groupContextExtensions])
        #expect(throws: MLSError.invalid(.capabilitiesWithoutDefaults)) {
            try Group(cipherSuite: .x25519AES128GCM, client: client, now: Person.now)
        }
    }

    @Test func aClientsListsDontContradictEachOther() throws {
        var client = Person("founder").client
        let type = ExtensionType(rawValue: 0xF001)
        client.leafExtensions = [Extension(type: type, data: [])]
        #expect(throws: MLSError.invalid(.leafExtensionsListed)) {
            try KeyPackageBundle(of: client, cipherSuite: .x25519AES128GCM, now: Person.now)
        }
        client.leafExtensions = []
        client.capabilities = Capabilities(cipherSuites: [3], credentials: [.basic])
        #expect(throws: MLSError.invalid(.leafSupportsCipherSuite)) {
            try KeyPackageBundle(of: client, cipherSuite: .x25519AES128GCM, now: Person.now)
        }
        client.capabilities = Capabilities(cipherSuites: [3], credentials: [.x509])
        #expect(throws: MLSError.invalid(.leafCredentialListed)) {
            try KeyPackageBundle(of: client, cipherSuite: .x25519ChaCha20Poly1305, now: Person.now)
        }
        client.capabilities = Capabilities(cipherSuites: [3])
        #expect(throws: MLSError.invalid(.keyPackageExtensionsListed)) {
            try KeyPackageBundle(
                of: client, cipherSuite: .x25519ChaCha20Poly1305, now: Person.now,
                extensions: [Extension(type: type, data: [])])
        }
    }
}
