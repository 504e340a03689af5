import MLS
import Sodium
import Testing

@Suite struct VerifiedKeyPackageTests {
    @Test(arguments: CipherSuite.tested, [HandshakeFormat.privateMessage, .publicMessage])
    func whoCommitsAndWhoFollowsSeeTheSameEffects(suite: CipherSuite, format: HandshakeFormat) async throws {
        var party = try Party(4, suite, configuration: GroupConfiguration(handshakes: format))
        let guests = try (0..<4).map { try Person("guest \($0)", suite).bundle() }
        let packages = guests.map(\.keyPackage)
        try party.propose(1, .add(packages[0]))
        try party.propose(2, .update())
        let verified = try await Array(packages[2...]).verifiedConcurrently(for: suite, now: Person.now)
        let changes = [ProposedChange.add(packages[1])] + verified.map { .addVerified($0) }
        let commit = try party.groups[0].stageCommit(
            changes + [.remove(party[3].ownLeafIndex)], now: Person.now)
        for index in 1...3 {
            guard case .commit(let staged) = try party.groups[index].process(commit.message) else {
                throw MLSError.unsupported
            }
            #expect(staged.effects == commit.staged.effects)
            try party.groups[index].merge(staged)
        }
        #expect(Set(commit.staged.effects.added.map(\.leafNode)) == Set(packages.map(\.leafNode)))
        try party.groups[0].merge(commit.staged)
        for guest in guests { party.groups.append(try party.join(try #require(commit.welcome), guest)) }
        party.expectAgreement()
    }

    @Test func aVerifiedKeyPackageIsProposed() throws {
        var party = try Party(2)
        let guest = try Person("guest").bundle()
        let verified = try guest.keyPackage.verified(for: party[0].cipherSuite, now: Person.now)
        #expect(verified.keyPackage == guest.keyPackage)
        try party.propose(1, .addVerified(verified))
        let commit = try party.commit(0)
        party.groups.append(try party.join(try #require(commit.welcome), guest))
        party.expectAgreement()
    }

    @Test(arguments: CipherSuite.tested)
    func addingManyConcurrentlyIsTheSame(suite: CipherSuite) async throws {
        let group = try Person("founder", suite).group()
        let packages = try (0..<9).map { try Person("guest \($0)", suite).bundle().keyPackage }
        for partCount in [-1, 0, 1, 4, 100] {
            let verified = try await packages.verifiedConcurrently(for: suite, now: Person.now, partCount: partCount)
            #expect(verified.map(\.keyPackage) == packages)
            var (one, other) = (group, group)
            let plain = try one.stageCommit(packages.map { .add($0) }, now: Person.now)
            let same = try other.stageCommit(verified.map { .addVerified($0) }, now: Person.now)
            #expect(plain.staged.effects == same.staged.effects)
        }
        #expect(try await [KeyPackage]().verifiedConcurrently(for: suite, now: Person.now).isEmpty)
    }

    @Test func aBadSignatureIsFoundAlsoInACancelledTask() async throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let good = try (0..<5).map { try Person("guest \($0)").bundle().keyPackage }
        for place in good.indices {
            var packages = good
            packages[place] = packages[place].signed([UInt8](repeating: 1, count: 64))
            #expect(throws: MLSError.invalid(.keyPackageSignature)) {
                try packages[place].verified(for: suite, now: Person.now)
            }
            let claimed = packages
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await claimed.verifiedConcurrently(for: suite, now: Person.now)
            }
            task.cancel()
            await #expect(throws: MLSError.invalid(.keyPackageSignature)) { try await task.value }
        }
    }

    @Test func refusesOneThatIsNotToBeTrusted() throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let package = try Person("guest").bundle().keyPackage
        let policy = CredentialPolicy(isValid: { credential, _ in credential != .basic(identity: Array("guest".utf8)) })
        #expect(throws: MLSError.invalid(.credentialValid)) {
            let configuration = GroupConfiguration(credentials: policy)
            _ = try package.verified(for: suite, configuration: configuration, now: Person.now)
        }
        #expect(throws: MLSError.invalid(.leafLifetimeTotal)) {
            let configuration = GroupConfiguration(leafLifetimeSecondsMax: 10)
            _ = try package.verified(for: suite, configuration: configuration, now: Person.now)
        }
        for time in [Person.now.seconds - 3_601, Person.now.seconds + 85 * 24 * 3_600] {
            #expect(throws: MLSError.invalid(.leafLifetime)) {
                try package.verified(for: suite, now: UnixTime(seconds: time))
            }
        }
        #expect(throws: MLSError.invalid(.keyPackageCipherSuite)) {
            try package.verified(for: .x25519AES128GCM, now: Person.now)
        }
        let other = try Person("other").bundle().keyPackage
        #expect(throws: MLSError.invalid(.keyPackageSignature)) {
            try package.signed(other.signature).verified(for: suite, now: Person.now)
        }
    }

    @Test func whatDependsOnTheGroupIsCheckedWhenItIsAdded() throws {
        let type = ExtensionType(rawValue: 0xF0F0)
        let party = try Party(2, extensions: [Extension(type: type, data: [])], supporting: [type])
        let able = Person("guest", extensions: [type])
        let late = UnixTime(seconds: Person.now.seconds + 85 * 24 * 3_600)
        let refused: [(Person, UnixTime, ValidationRule)] = [
            (able, late, .leafLifetime), (Person("other", .x25519AES128GCM), Person.now, .keyPackageCipherSuite),
            (Person("unable"), Person.now, .leafGroupExtensions), (party.people[1], Person.now, .addedNotMember),
        ]
        for (person, now, rule) in refused {
            let verified = try person.bundle().keyPackage.verified(for: person.suite, now: Person.now)
            var group = party[0]
            #expect(throws: MLSError.invalid(rule)) { try group.stageCommit([.addVerified(verified)], now: now) }
            if rule == .leafLifetime || rule == .keyPackageCipherSuite {
                #expect(throws: MLSError.invalid(rule)) { try group.propose(.addVerified(verified), now: now) }
            }
            #expect(try StoredGroup(group) == StoredGroup(party[0]))
        }
        var group = party[0]
        let verified = try able.bundle().keyPackage.verified(for: able.suite, now: Person.now)
        let commit = try group.stageCommit([.addVerified(verified)], now: Person.now)
        #expect(commit.staged.effects.added.count == 1)
    }
}
