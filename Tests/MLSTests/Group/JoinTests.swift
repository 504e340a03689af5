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
        #expect(throws: MLSError.missingPSK) { try Group(joining: welcome, with: guest) }
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
        #expect(joined.epochAuthenticator == group.epochAuthenticator)
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
    @Test func aWelcomeNamesWhatIsStoredElsewhere() throws {
        var group = try Person("founder").group()
        let guest = try Person("guest").bundle()
        let commit = try group.stageCommit(
            [.add(guest.keyPackage)],
            options: CommitOptions(
                hasTreeInWelcome: false,
                welcomeExtensions: { (afterwards) throws(MLSError) in
                    #expect(afterwards.memberCount == 2)
                    let tree = try afterwards.ratchetTree()
                    return [Extension(type: ExtensionType(rawValue: 0xF0F0), data: [UInt8(tree.count & 0xFF)])]
                }), now: Person.now)
        let tree = try #require(commit.staged.groupAfterwards).ratchetTree()
        let joined = try Group(
            joining: try #require(commit.welcome), with: guest, options: JoinOptions(tree: tree))
        #expect(joined.memberCount == 2)
    }
}
