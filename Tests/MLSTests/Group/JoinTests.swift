import MLS
import Sodium
import Testing

@Suite struct JoinTests {
    @Test(arguments: CipherSuite.tested, [true, false])
    func manyJoinByOneWelcome(suite: CipherSuite, hasTree: Bool) throws {
        var party = try Party(3, suite)
        let guests = try (0..<4).map { try Person("guest \($0)", suite).bundle() }
        let commit = try party.commit(
            1, guests.map { .add($0.keyPackage) }, options: CommitOptions(forcesPath: true, hasTreeInWelcome: hasTree))
        let welcome = try #require(commit.welcome)
        if !hasTree {
            #expect(throws: MLSError.missingTree) { try Group(joining: welcome, with: guests[0]) }
        }
        let tree = hasTree ? nil : try party[0].ratchetTree()
        for guest in guests {
            party.groups.append(try Group(joining: welcome, with: guest, options: JoinOptions(tree: tree)))
        }
        party.expectAgreement()
        for index in party.groups.indices {
            try party.say(index, "hello from \(index)")
            try party.commit(index)
        }
    }

    @Test(arguments: CipherSuite.tested)
    func aStoredKeyPackageJoins(suite: CipherSuite) throws {
        var party = try Party(1, suite)
        let bundle = try Person("guest", suite).bundle()
        let stored = try bundle.serialized()
        let restored = try stored.withBytes { try KeyPackageBundle(restoring: $0) }
        #expect(restored.keyPackage == bundle.keyPackage)
        let commit = try party.commit(0, [.add(try #require(MLSMessage(received: bundle.message()).asKeyPackage))])
        party.groups.append(try Group(joining: try #require(commit.welcome), with: restored))
        party.expectAgreement()
        for count in 0..<stored.byteCount {
            let part = stored.withBytes { bytes in (0..<count).map { bytes[$0] } }
            #expect(throws: MLSError.self) { try KeyPackageBundle(restoring: part.span) }
        }
    }

    @Test func aWelcomeForSomebodyElseIsRefused() throws {
        var party = try Party(1)
        let (guest, other) = (try Person("guest").bundle(), try Person("other").bundle())
        let commit = try party.commit(0, [.add(guest.keyPackage)])
        let welcome = try #require(commit.welcome)
        #expect(throws: MLSError.invalid(.welcomeKeyPackage)) { try Group(joining: welcome, with: other) }
        #expect(throws: MLSError.unsupported) { try Group(joining: commit.message, with: guest) }
        #expect(throws: MLSError.invalid(.groupIDUnique)) {
            try Group(joining: welcome, with: guest, options: JoinOptions(existingGroups: [party[0].id]))
        }
    }

    @Test(arguments: CipherSuite.tested)
    func aWelcomeMayAskForPreSharedKeys(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let psks = PSKStore(external: [[9]: Secret(copying: [1, 2])])
        let guest = try Person("guest", suite).bundle()
        let commit = try party.commit(0, [.externalPSK(id: [9]), .add(guest.keyPackage)], psks: psks)
        let welcome = try #require(commit.welcome)
        let psk = try #require(commit.staged.effects.psks.first)
        #expect(throws: MLSError.missingPSK(psk)) { try Group(joining: welcome, with: guest) }
        #expect(throws: MLSError.doesNotOpen) {
            let wrong = PSKStore(external: [[9]: Secret(copying: [1, 3])])
            _ = try Group(joining: welcome, with: guest, options: JoinOptions(psks: wrong))
        }
        party.groups.append(try Group(joining: welcome, with: guest, options: JoinOptions(psks: psks)))
        party.expectAgreement()
    }

    @Test(arguments: CipherSuite.tested)
    func joiningConcurrentlyIsTheSame(suite: CipherSuite) async throws {
        var group = try Person("founder", suite).group()
        let guests = try (0..<9).map { try Person("guest \($0)", suite).bundle() }
        let commit = try group.stageCommit(guests.map { .add($0.keyPackage) }, now: Person.now)
        try group.merge(commit.staged)
        let welcome = try #require(commit.welcome)
        let joined = try await Group.joinConcurrently(welcome, with: guests[3], partCount: 3)
        let alone = try Group(joining: welcome, with: guests[3])
        #expect(try StoredGroup(joined) == StoredGroup(alone))
        #expect(try joined.epochAuthenticator == group.epochAuthenticator)
        #expect(joined.members == group.members)
    }

    @Test func anExpiredKeyPackageIsNotAdded() throws {
        var party = try Party(1)
        let guest = try Person("guest").bundle().keyPackage
        let late = UnixTime(seconds: Person.now.seconds + 85 * 24 * 3600)
        let early = UnixTime(seconds: Person.now.seconds - 3601)
        for time in [late, early] {
            #expect(throws: MLSError.invalid(.leafLifetime)) {
                try party.groups[0].stageCommit([.add(guest)], now: time)
            }
        }
        let last = UnixTime(seconds: Person.now.seconds + 84 * 24 * 3600)
        _ = try party.groups[0].stageCommit([.add(guest)], now: last)
    }
}

extension JoinTests {
    private static let whereTheTreeIs = ExtensionType(rawValue: 0xF0F0)

    /// A Welcome without the tree, which stands elsewhere under the name that the Welcome tells.
    private struct Elsewhere {
        var group: Group
        let guest: KeyPackageBundle
        let welcome: [UInt8]
        let trees: [[UInt8]: [UInt8]]

        init(_ suite: CipherSuite) throws {
            group = try Person("founder", suite).group()
            guest = try Person("guest", suite).bundle()
            let name = { @Sendable (tree: [UInt8]) in suite.hash(tree.span) }
            let commit = try group.stageCommit(
                [.add(guest.keyPackage)],
                options: CommitOptions(
                    hasTreeInWelcome: false,
                    welcomeExtensions: { (afterwards) throws(MLSError) in
                        [Extension(type: JoinTests.whereTheTreeIs, data: name(try afterwards.ratchetTree()))]
                    }), now: Person.now)
            let tree = try #require(commit.staged.groupAfterwards).ratchetTree()
            trees = [name(tree): tree]
            welcome = try #require(commit.welcome)
            try group.merge(commit.staged)
        }
    }

    @Test(arguments: CipherSuite.tested)
    func aWelcomeNamesWhatIsStoredElsewhere(suite: CipherSuite) async throws {
        let elsewhere = try Elsewhere(suite)
        let (group, welcome) = (elsewhere.group, elsewhere.welcome)
        let opened = try OpenedWelcome(opening: welcome, with: elsewhere.guest)
        #expect(opened.groupID == group.id && opened.epoch == group.currentEpoch && opened.cipherSuite == suite)
        #expect(throws: MLSError.missingTree) { try Group(joining: opened) }
        let name = try #require(opened.groupInfoExtensions[Self.whereTheTreeIs])
        let options = JoinOptions(tree: elsewhere.trees[name])
        let joined = try Group(joining: opened, options: options)
        #expect(try joined.epochAuthenticator == group.epochAuthenticator)
        let others = [
            try await Group.joinConcurrently(opened, options: options),
            try Group(joining: welcome, with: elsewhere.guest, options: options),
        ]
        for other in others { #expect(try StoredGroup(other) == StoredGroup(joined)) }
    }

    @Test func anOpenedWelcomeIsJoinedUnderTheSameRules() throws {
        let elsewhere = try Elsewhere(.x25519ChaCha20Poly1305)
        let opened = try OpenedWelcome(opening: elsewhere.welcome, with: elsewhere.guest)
        let tree = try elsewhere.group.ratchetTree()
        #expect(throws: MLSError.invalid(.groupIDUnique)) {
            try Group(joining: opened, options: JoinOptions(tree: tree, existingGroups: [opened.groupID]))
        }
        let other = try Person("other").group().ratchetTree()
        #expect(throws: MLSError.invalid(.groupInfoSignature)) {
            try Group(joining: opened, options: JoinOptions(tree: other))
        }
        let policy = GroupConfiguration(credentials: CredentialPolicy(isValid: { _, _ in false }))
        #expect(throws: MLSError.invalid(.credentialValid)) {
            try Group(joining: opened, options: JoinOptions(configuration: policy, tree: tree))
        }
        #expect(throws: MLSError.unsupported) {
            try OpenedWelcome(opening: elsewhere.group.groupInfo(), with: elsewhere.guest)
        }
    }
}
