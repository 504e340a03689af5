import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §12.4.3.2: GroupInfos with which nobody may join from outside. A member signs them.
struct GroupInfoRuleTests {
    private let joiner = Player("joiner")

    /// The rogue's GroupInfo with some parts replaced, signed again.
    private func info(
        of rogue: RogueMember, context: (GroupContext) -> GroupContext = { $0 },
        extensions: ([Extension]) throws -> [Extension] = { $0 }, signer: LeafIndex? = nil,
        by key: SignatureSecretKey? = nil
    ) throws -> [UInt8] {
        let right = try #require(try MLSMessage(received: rogue.group.groupInfo()).asGroupInfo)
        let unsigned = GroupInfo(
            groupContext: context(right.groupContext), extensions: Extensions(try extensions(right.extensions.list)),
            confirmationTag: right.confirmationTag, signer: signer ?? right.signer)
        let content = try unsigned.toBeSigned()
        let signature = rogue.suite.sign(key ?? rogue.player.key, "GroupInfoTBS", content.span)
        return try MLSMessage.groupInfo(unsigned.signed(signature)).serialized()
    }

    private func expectRefusal(
        of info: [UInt8], as error: MLSError, _ options: JoinOptions = JoinOptions(),
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: error, sourceLocation: place) {
            try Group.joinByExternalCommit(info, as: joiner.client, options: ExternalJoinOptions(joining: options))
        }
    }

    @Test func refusesAnotherVersionOrAnUnknownSuite() throws {
        let rogue = try Company().rogue
        let version = try info(of: rogue, context: { $0.changed(version: ProtocolVersion(rawValue: 2)) })
        expectRefusal(of: version, as: .invalid(.messageVersion))
        expectRefusal(of: try info(of: rogue, context: { $0.changed(cipherSuite: 0x0A0A) }), as: .unsupported)
    }

    @Test func refusesAGroupInWhichTheClientIsAlready() throws {
        let rogue = try Company().rogue
        expectRefusal(
            of: try info(of: rogue), as: .invalid(.groupIDUnique), JoinOptions(existingGroups: [rogue.group.id]))
    }

    @Test func refusesASignatureOfAnotherOrOfNobody() throws {
        let rogue = try Company().rogue
        expectRefusal(of: try info(of: rogue, by: SignatureSecretKey()), as: .invalid(.groupInfoSignature))
        expectRefusal(of: try info(of: rogue, signer: LeafIndex(rawValue: 1)), as: .invalid(.groupInfoSignature))
        for leaf in [3, 4, UInt32.max] {
            expectRefusal(of: try info(of: rogue, signer: LeafIndex(rawValue: leaf)), as: .invalid(.groupInfoSigner))
        }
    }

    @Test func refusesAnotherTree() throws {
        let rogue = try Company().rogue
        expectRefusal(of: try info(of: rogue, context: { $0.changed(treeHash: [1]) }), as: .invalid(.treeHash))
        expectRefusal(of: try info(of: rogue, extensions: { $0.filter { $0.type != .ratchetTree } }), as: .missingTree)
        let planted = HPKEPublicKey(KEMSecretKey.random(.x25519, from: .system).publicKey)
        var nodes = rogue.group.epoch.tree.exported().nodes
        try nodes.changeParent(1) { $0.changed(key: planted) }
        let hash = try OwnHashes.treeHash(of: nodes, rogue.suite)
        let tree = try Extension(RatchetTreeExtension(nodes))
        let wrong = try info(
            of: rogue, context: { $0.changed(treeHash: hash) },
            extensions: { $0.filter { $0.type != .ratchetTree } + [tree] })
        expectRefusal(of: wrong, as: .invalid(.parentHash))
    }

    @Test func refusesAnExtensionTwiceOrOneThatTheJoinerDoesNotSupport() throws {
        let rogue = try Company().rogue
        let unknown = Extension(type: ExtensionType(rawValue: 0xFF00), data: [])
        expectRefusal(
            of: try info(of: rogue, extensions: { $0 + [unknown, unknown] }), as: .invalid(.groupInfoExtensionsOnce))
        expectRefusal(
            of: try info(of: rogue, context: { $0.changed(extensions: Extensions([unknown])) }),
            as: .invalid(.joinerGroupExtensions))
        _ = try Group.joinByExternalCommit(info(of: rogue, extensions: { $0 + [unknown] }), as: joiner.client)
    }

    @Test func refusesAnExternalKeyThatIsNone() throws {
        let rogue = try Company().rogue
        for count in [0, 31, 32, 33, 1_216] {
            let key = try Extension(ExternalPub(HPKEPublicKey([UInt8](repeating: 0, count: count))))
            let wrong = try info(of: rogue, extensions: { $0.filter { $0.type != .externalPub } + [key] })
            expectRefusal(of: wrong, as: .invalid(.encryptionKeyForm))
        }
    }
}
