import MLS
import Sodium
import TLSCodec
import Testing

@Suite struct ExternalJoinTests {
    @Test(arguments: CipherSuite.tested, [true, false])
    func aStrangerJoinsByItsOwnCommit(suite: CipherSuite, hasTree: Bool) throws {
        var party = try Party(3, suite)
        let guest = Person("guest", suite)
        let info = try party[1].groupInfo(hasTree: hasTree)
        let tree = hasTree ? nil : try party[0].ratchetTree()
        let join = try Group.joinByExternalCommit(
            info, as: guest.client,
            options: ExternalJoinOptions(joining: JoinOptions(tree: tree), authenticatedData: [4]))
        for index in 0..<3 {
            let staged = try party.groups[index].staged(join.message)
            #expect(staged.effects.isExternal && !staged.isOwn)
            #expect(staged.effects.added.map(\.credential) == [guest.client.credential])
            #expect(staged.effects.committerLeafIndex == join.group.ownLeafIndex)
            #expect(staged.effects.authenticatedData == [4])
            #expect(staged.reference == join.reference)
            try party.groups[index].merge(staged)
        }
        party.groups.append(join.group)
        party.expectAgreement()
        for index in 0..<4 {
            try party.say(index, "from \(index)")
            try party.commit(index)
        }
    }

    @Test(arguments: CipherSuite.tested)
    func aMemberReplacesItsLostSelf(suite: CipherSuite) throws {
        var party = try Party(4, suite)
        let old = party[2].ownLeafIndex
        let join = try Group.joinByExternalCommit(
            try party[0].groupInfo(), as: party.people[2].client, options: ExternalJoinOptions(replacing: old))
        for index in [0, 1, 3] { try party.groups[index].take(join.message) }
        let staged = try party.groups[2].staged(join.message)
        #expect(staged.removesThisMember)
        #expect(staged.effects.removed.map(\.leafIndex) == [old])
        party.groups[2] = join.group
        party.expectAgreement()
        #expect(party[2].ownLeafIndex == old)
        try party.say(2, "back")
    }

    @Test(arguments: CipherSuite.tested)
    func aStrangerProvesWithAPreSharedKeyThatItWasThere(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let first = party[0].currentEpoch
        let secret = try #require(party[1].resumptionPSK(of: first))
        try party.commit(0)
        let psks = PSKStore { id in
            if case .resumption(_, _, first, _) = id { secret } else { nil }
        }
        let join = try Group.joinByExternalCommit(
            try party[0].groupInfo(), as: Person("guest", suite).client,
            options: ExternalJoinOptions(
                joining: JoinOptions(psks: psks), pskNames: [.resumption(groupID: party[0].id, epoch: first)]))
        // The members remember that epoch themselves.
        for index in 0..<2 { try party.groups[index].take(join.message) }
        party.groups.append(join.group)
        party.expectAgreement()
    }

    @Test(arguments: CipherSuite.tested)
    func strangersJoinOneAfterAnother(suite: CipherSuite) async throws {
        var party = try Party(1, suite)
        var info = try party[0].groupInfo()
        for number in 0..<5 {
            let join = try await Group.joinByExternalCommitConcurrently(
                info, as: Person("guest \(number)", suite).client, options: ExternalJoinOptions(makesGroupInfo: true))
            for index in party.groups.indices { try party.groups[index].take(join.message) }
            party.groups.append(join.group)
            party.expectAgreement()
            info = try #require(join.groupInfo)
        }
        try party.commit(4)
    }

    @Test func withoutAnExternalKeyNobodyJoins() throws {
        let party = try Party(2)
        let info = try party[0].groupInfo(admitsExternalCommits: false)
        #expect(throws: MLSError.invalid(.externalKeyPresent)) {
            try Group.joinByExternalCommit(info, as: Person("guest").client)
        }
        let bare = try party[0].groupInfo(hasTree: false)
        #expect(throws: MLSError.missingTree) { try Group.joinByExternalCommit(bare, as: Person("guest").client) }
        #expect(throws: MLSError.invalid(.joinerGroupExtensions)) {
            let type = ExtensionType(rawValue: 0xF001)
            let party = try Party(1, extensions: [Extension(type: type, data: [])], supporting: [type])
            _ = try Group.joinByExternalCommit(try party[0].groupInfo(), as: Person("guest").client)
        }
    }

    @Test func anExternalCommitIsForOneEpoch() throws {
        var party = try Party(2)
        let join = try Group.joinByExternalCommit(try party[0].groupInfo(), as: Person("guest").client)
        try party.commit(0)
        #expect(throws: MLSError.wrongEpoch) { try party.groups[1].process(join.message) }
    }
}

extension ExternalJoinTests {
    private static let mark = ExtensionType(rawValue: 0xF0F1)

    /// An invitation whose mark in the joiner's leaf is good for that leaf's keys alone.
    @Test(arguments: CipherSuite.tested)
    func aJoinersLeafCarriesASignatureOverItsEncryptionKey(suite: CipherSuite) throws {
        var party = try Party(2, suite)
        let link = SignatureSecretKey()
        let domain: Label = "link"
        let client = Person("guest", suite, extensions: [Self.mark]).client
        let join = try Group.joinByExternalCommit(
            to: PublicGroup(verifying: party[0].groupInfo()), as: client,
            options: ExternalJoinOptions(leafExtensions: { (key) throws(MLSError) in
                [Extension(type: Self.mark, data: suite.sign(link, domain, key.bytes.span))]
            }))
        guard case .commit(let staged) = try party.groups[0].process(join.message) else { throw MLSError.unsupported }
        let leaf = try #require(staged.effects.added.first).leafNode
        let mark = try #require(leaf.extensions[Self.mark])
        let isMarked = suite.isValid(mark.span, by: link.publicKey, domain, leaf.encryptionKey.bytes.span)
        #expect(isMarked)
        #expect(client.leafExtensions.isEmpty)
        try party.groups[0].merge(staged)
        try party.groups[1].take(join.message)
        party.groups.append(join.group)
        party.expectAgreement()
        try party.commit(2)
        #expect(party[0].member(at: party[2].ownLeafIndex)?.leafNode.extensions[Self.mark] == mark)
    }

    @Test func leafExtensionsMustBeTheJoinersOwn() throws {
        let group = try PublicGroup(verifying: Person("founder").group().groupInfo())
        let options = ExternalJoinOptions(leafExtensions: { _ in [Extension(type: Self.mark, data: [])] })
        #expect(throws: MLSError.invalid(.leafExtensionsListed)) {
            try Group.joinByExternalCommit(to: group, as: Person("guest").client, options: options)
        }
        let failing = ExternalJoinOptions(leafExtensions: { (_) throws(MLSError) in throw .overLimit })
        #expect(throws: MLSError.overLimit) {
            try Group.joinByExternalCommit(to: group, as: Person("guest").client, options: failing)
        }
    }

    @Test(arguments: CipherSuite.tested, [true, false])
    func aStoredJoinGoesOnLikeTheOriginal(suite: CipherSuite, makesGroupInfo: Bool) throws {
        var party = try Party(2, suite)
        let join = try Group.joinByExternalCommit(
            party[0].groupInfo(), as: Person("guest", suite).client,
            options: ExternalJoinOptions(makesGroupInfo: makesGroupInfo))
        let stored = try join.serialized()
        let restored = try stored.withBytes { try ExternalJoin(restoring: $0) }
        #expect(restored.message == join.message)
        #expect(restored.reference == join.reference)
        #expect(restored.reference == CommitReference(suite.hash(join.message.span)))
        #expect(restored.groupInfo == join.groupInfo && (join.groupInfo != nil) == makesGroupInfo)
        #expect(try StoredGroup(restored.group) == StoredGroup(join.group))
        for index in 0..<2 { try party.groups[index].take(restored.message) }
        party.groups.append(restored.group)
        party.expectAgreement()
        try party.say(2, "restored")
        let bytes = stored.withBytes { bytes in (0..<bytes.count).map { bytes[$0] } }
        for count in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 200) {
            let part = Array(bytes.prefix(count))
            #expect(throws: MLSError.self) { try ExternalJoin(restoring: part.span) }
        }
        let (longer, another) = (bytes + [0], [9] + bytes.dropFirst())
        #expect(throws: MLSError.malformed(.trailingBytes)) { try ExternalJoin(restoring: longer.span) }
        #expect(throws: MLSError.unsupported) { try ExternalJoin(restoring: another.span) }
    }
}
