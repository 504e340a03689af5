import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §12.4.3, §12.4.3.1: Welcomes and GroupInfos that nobody may follow.
struct WelcomeRuleTests {
    private static let unknown = Extension(type: ExtensionType(rawValue: 0xFF00), data: [])
    private let nonce = [UInt8](repeating: 1, count: 32)

    @Test func refusesAWelcomeForAnotherKeyPackage() throws {
        let invitation = try Invitation()
        let other = try Player("somebody else").bundle()
        let message = try invitation.welcome.sealed()
        #expect(throws: MLSError.invalid(.welcomeKeyPackage)) { try Group(joining: message, with: other) }
    }

    @Test func refusesAWelcomeOfAnotherSuite() throws {
        for suite in [0, 1, 0x0A0A, 0xF04D] as [UInt16] {
            var invitation = try Invitation()
            invitation.welcome.welcomeSuite = suite
            try invitation.expectRefusal(for: .welcomeCipherSuite)
        }
    }

    @Test func refusesAGroupOfAnotherSuiteThanTheWelcome() throws {
        for suite in [0, 1, 0x0A0A, 0xF04D] as [UInt16] {
            var invitation = try Invitation()
            invitation.welcome.context = invitation.welcome.context.changed(cipherSuite: suite)
            try invitation.expectRefusal(for: .groupInfoCipherSuite)
        }
    }

    @Test func refusesAGroupOfAnotherVersion() throws {
        for version in [0, 2, 0xFFFF] as [UInt16] {
            var invitation = try Invitation()
            let wrong = invitation.welcome.context.changed(version: ProtocolVersion(rawValue: version))
            invitation.welcome.context = wrong
            try invitation.expectRefusal(for: .messageVersion)
        }
    }

    @Test func refusesAGroupInWhichTheClientIsAlready() throws {
        let invitation = try Invitation()
        let id = invitation.company.honest.id
        try invitation.expectRefusal(for: .groupIDUnique, JoinOptions(existingGroups: [GroupID([1]), id]))
        _ = try invitation.join(JoinOptions(existingGroups: [GroupID([1])]))
    }

    @Test func refusesAGroupInfoThatItsSignerDidNotSign() throws {
        var invitation = try Invitation()
        try invitation.expectRefusal(for: .groupInfoSignature, signedBy: SignatureSecretKey())
        invitation.welcome.signerLeaf = LeafIndex(rawValue: 1)
        try invitation.expectRefusal(for: .groupInfoSignature)
    }

    @Test(arguments: [4, 5, 1_000, UInt32.max])
    func refusesAGroupInfoSignedByABlankLeaf(_ leaf: UInt32) throws {
        var invitation = try Invitation()
        invitation.welcome.signerLeaf = LeafIndex(rawValue: leaf)
        try invitation.expectRefusal(for: .groupInfoSigner)
    }

    @Test func refusesAnExtensionTwice() throws {
        var invitation = try Invitation()
        let right = invitation.welcome
        let twice = right.extensions.list + [Self.unknown, Self.unknown]
        invitation.welcome.extensions = Extensions(twice)
        try invitation.expectRefusal(for: .groupInfoExtensionsOnce)
        invitation.welcome = right
        let sender = try Extension(ExternalSenders([]))
        invitation.welcome.context = right.context.changed(extensions: Extensions([sender, sender]))
        try invitation.expectRefusal(for: .groupExtensionsOnce)
        var maker = invitation.company.honest
        #expect(throws: MLSError.invalid(.groupInfoExtensionsOnce)) {
            try maker.stageCommit(
                [.add(try Player("other").bundle().keyPackage)],
                options: CommitOptions(welcomeExtensions: { _ in [Self.unknown, Self.unknown] }), now: Player.now)
        }
    }

    @Test func ignoresExtensionsOfTheGroupInfoThatItDoesNotKnow() throws {
        var invitation = try Invitation()
        invitation.welcome.extensions = Extensions(invitation.welcome.extensions.list + [Self.unknown])
        _ = try invitation.join()
    }

    @Test func refusesAGroupWithAnExtensionThatTheJoinerDoesNotSupport() throws {
        var invitation = try Invitation()
        invitation.welcome.context = invitation.welcome.context.changed(extensions: Extensions([Self.unknown]))
        try invitation.expectRefusal(for: .joinerGroupExtensions)
    }

    @Test func refusesATreeWithoutTheJoiner() throws {
        var invitation = try Invitation(hasPaths: false)
        let right = invitation.welcome
        try invitation.welcome.changeTree { $0 = Array($0.prefix(5)) }
        try invitation.expectRefusal(for: .joinerLeaf)
        invitation.welcome = right
        let other = try Player("newcomer").bundle().keyPackage.leafNode
        try invitation.welcome.changeTree { $0[6] = .leaf(other) }
        try invitation.expectRefusal(for: .joinerLeaf)
    }

    @Test func refusesAPathSecretThatIsNotTheTreesOrOfAnotherLength() throws {
        var invitation = try Invitation(forcesPath: true)
        let right = try #require(invitation.welcome.secrets.pathSecret)
        for count in [0, 31, 32, 33, 64] {
            invitation.welcome.replaceSecrets(path: Secret(copying: [UInt8](repeating: 3, count: count)))
            try invitation.expectRefusal(for: count == 32 ? .joinerPathSecret : .pathSecretLength)
        }
        invitation.welcome.replaceSecrets(path: right)
        _ = try invitation.join()
    }

    @Test func refusesAPathSecretForANodeThatIsBlank() throws {
        var invitation = try Invitation(hasPaths: false)
        invitation.welcome.replaceSecrets(path: Secret(copying: nonce))
        try invitation.expectRefusal(for: .joinerPathSecret)
    }

    @Test(arguments: [nil, 0, 1, 16, 31, 33, 64] as [Int?])
    func refusesAnotherConfirmationTag(_ byteCount: Int?) throws {
        var invitation = try Invitation()
        invitation.welcome.confirmationTag = [UInt8](repeating: 0xA5, count: byteCount ?? 32)
        try invitation.expectRefusal(for: .groupInfoConfirmationTag)
    }

    @Test func refusesMoreThanOneGroupToComeFrom() throws {
        let usages: [(ResumptionPSKUsage, ResumptionPSKUsage)] = [(.reInit, .branch), (.branch, .branch)]
        for (first, second) in usages {
            var invitation = try Invitation()
            let psks = [first, second].enumerated().map { place, usage in
                PreSharedKeyID.resumption(
                    usage: usage, groupID: GroupID([UInt8(place)]), epoch: .first, nonce: nonce)
            }
            invitation.welcome.replaceSecrets(psks: psks)
            try invitation.expectRefusal(for: .welcomeResumptionOnce)
        }
    }

    @Test func refusesPSKsThatAreWrong() throws {
        var invitation = try Invitation()
        let psk = PreSharedKeyID.external(id: [1], nonce: nonce)
        invitation.welcome.replaceSecrets(psks: [psk, psk])
        try invitation.expectRefusal(for: .pskOnce)
        invitation.welcome.replaceSecrets(psks: [.external(id: [1], nonce: [1])])
        try invitation.expectRefusal(for: .pskNonceLength)
        invitation.welcome.replaceSecrets(psks: [psk])
        try invitation.expectRefusal(as: .missingPSK(psk))
        // The sender didn't mix it in: what follows from it opens nothing.
        let store = PSKStore(external: [[1]: Secret(copying: nonce)])
        try invitation.expectRefusal(as: .doesNotOpen, JoinOptions(psks: store))
    }

    @Test func refusesAJoinerSecretThatIsNotTheGroups() throws {
        let invitation = try Invitation()
        var other = try Invitation()
        let right = other.welcome.context
        other.welcome.replaceSecrets(joiner: invitation.welcome.secrets.joinerSecret)
        other.welcome.context = right
        other.welcome.confirmationTag = [UInt8](repeating: 0, count: 32)
        try other.expectRefusal(for: .groupInfoConfirmationTag)
    }

    @Test func refusesAWelcomeWithoutATree() throws {
        var invitation = try Invitation()
        let tree = try invitation.company.rogue.group.ratchetTree()
        invitation.welcome.extensions = []
        try invitation.expectRefusal(as: .missingTree)
        _ = try invitation.join(JoinOptions(tree: tree))
    }

    @Test func theLastEpochIsTheEnd() throws {
        var invitation = try Invitation()
        invitation.welcome.context = invitation.welcome.context.changed(epoch: Epoch(rawValue: .max))
        var group = try invitation.join()
        #expect(throws: MLSError.exhausted) { try group.stageCommit(now: Player.now) }
        let other = try Group(joining: invitation.welcome.sealed(), with: invitation.bundle)
        let info = try other.groupInfo()
        #expect(throws: MLSError.exhausted) { try Group.joinByExternalCommit(info, as: Player("late").client) }
    }

    @Test func refusesATreeBeyondTheLimitAtOnce() throws {
        var invitation = try Invitation()
        let leaf = try #require(try invitation.welcome.nodes()[0])
        let beyond = 2 * MLSLimits.leavesMax
        let clock = ContinuousClock()
        let taken = try clock.measure {
            for place in [beyond, 4 * beyond] {
                try invitation.welcome.changeTree(hashing: false) { nodes in
                    nodes += [Node?](repeating: nil, count: place - nodes.count) + [leaf]
                }
                try invitation.expectRefusal(as: .overLimit)
                try invitation.welcome.changeTree(hashing: false) { $0 = Array($0.prefix(7)) }
            }
        }
        #expect(taken < .seconds(20))
    }

    @Test func refusesSecretsThatDoNotOpen() throws {
        let invitation = try Invitation()
        let welcome = try #require(try MLSMessage(received: invitation.welcome.sealed()).asWelcome)
        let entry = welcome.secrets[0]
        let sealed = entry.encryptedGroupSecrets
        let wrong = [
            HPKECiphertext(encapsulation: [UInt8](repeating: 0, count: 32), ciphertext: sealed.ciphertext),
            HPKECiphertext(encapsulation: sealed.encapsulation, ciphertext: Array(sealed.ciphertext.dropLast())),
            HPKECiphertext(encapsulation: [], ciphertext: []),
        ]
        for ciphertext in wrong {
            let secrets = [EncryptedGroupSecrets(newMember: entry.newMember, encryptedGroupSecrets: ciphertext)]
            let message = Welcome(
                cipherSuite: welcome.cipherSuite, secrets: secrets, encryptedGroupInfo: welcome.encryptedGroupInfo)
            try expect(message, with: invitation.bundle, as: .doesNotOpen)
        }
        // The secrets are sealed for this very GroupInfo.
        let other = try Invitation().welcome.sealed()
        let info = try #require(try MLSMessage(received: other).asWelcome).encryptedGroupInfo
        let swapped = Welcome(cipherSuite: welcome.cipherSuite, secrets: welcome.secrets, encryptedGroupInfo: info)
        try expect(swapped, with: invitation.bundle, as: .doesNotOpen)
    }

    private func expect(_ welcome: Welcome, with bundle: KeyPackageBundle, as error: MLSError) throws {
        let message = try MLSMessage.welcome(welcome).serialized()
        #expect(throws: error) { try Group(joining: message, with: bundle) }
    }
}

extension RogueWelcome {
    mutating func replaceSecrets(joiner: Secret? = nil, path: Secret? = nil, psks: [PreSharedKeyID]? = nil) {
        secrets = GroupSecrets(
            joinerSecret: joiner ?? secrets.joinerSecret, pathSecret: path ?? secrets.pathSecret,
            psks: psks ?? secrets.psks)
    }
}
