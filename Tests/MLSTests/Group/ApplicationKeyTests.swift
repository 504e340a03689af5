import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// The keys of MLS to which an application seals.
@Suite struct ApplicationKeyTests {
    private let info = Array("Example 1 note".utf8)

    @Test(arguments: CipherSuite.tested)
    func aNoteReachesTheOwnerOfAKeyPackage(suite: CipherSuite) throws {
        let bundle = try Person("guest", suite).bundle()
        let package = try #require(MLSMessage(received: bundle.message()).asKeyPackage)
        let sealed = try package.initKey.seal([1, 2].span, info: info, authenticating: [3], for: suite)
        let restored = try bundle.serialized().withBytes { try KeyPackageBundle(restoring: $0) }
        #expect(try restored.open(sealed, info: info, authenticating: [3]).copied == [1, 2])
        #expect(throws: MLSError.doesNotOpen) {
            try Person("another", suite).bundle().open(sealed, info: info, authenticating: [3])
        }
        let atLeaf = try package.leafNode.encryptionKey.seal([1].span, info: info, for: suite)
        #expect(throws: MLSError.doesNotOpen) { try bundle.open(atLeaf, info: info) }
    }

    /// Otherwise whoever sees a Welcome could have its owner open it as a note.
    @Test(arguments: CipherSuite.tested)
    func aWelcomesSecretsAreNoNote(suite: CipherSuite) throws {
        var party = try Party(1, suite)
        let bundle = try Person("guest", suite).bundle()
        let commit = try party.commit(0, [.add(bundle.keyPackage)])
        let message = try #require(commit.welcome)
        let welcome = try #require(MLSMessage(received: message).asWelcome)
        let secrets = try #require(welcome.secrets.first?.encryptedGroupSecrets)
        let context = Label("Welcome").with(welcome.encryptedGroupInfo.span)
        let opened = try suite.open(secrets, with: bundle.initKey, "Welcome", context: welcome.encryptedGroupInfo.span)
        #expect(opened.byteCount > 0)
        #expect(throws: MLSError.reservedInfo) { try bundle.open(secrets.encoded(), info: context) }
        #expect(throws: MLSError.reservedInfo) {
            try bundle.open(secrets.encoded(), label: "Welcome", context: welcome.encryptedGroupInfo)
        }
    }

    @Test(arguments: CipherSuite.tested)
    func aNoteMayHaveALabelThatMLSHasNot(suite: CipherSuite) throws {
        let bundle = try Person("guest", suite).bundle()
        let key = bundle.keyPackage.initKey
        let sealed = try key.seal([1, 2].span, label: "Example note", context: [3], for: suite)
        #expect(try bundle.open(sealed, label: "Example note", context: [3]).copied == [1, 2])
        let context: [UInt8] = [3]
        let asMLSOpens = try suite.open(
            HPKECiphertext(decoding: sealed), with: bundle.initKey, "Example note", context: context.span)
        #expect(Secret(asMLSOpens).copied == [1, 2])
        for (label, context) in [("Example not", [3]), ("Example note", [4])] as [(String, [UInt8])] {
            #expect(throws: MLSError.doesNotOpen) { try bundle.open(sealed, label: label, context: context) }
        }
        for label in ["", "Welcome", "UpdatePathNode"] {
            #expect(throws: MLSError.reservedInfo) { try key.seal([1].span, label: label, context: [], for: suite) }
            #expect(throws: MLSError.reservedInfo) { try bundle.open(sealed, label: label, context: []) }
        }
    }

    @Test(arguments: CipherSuite.tested)
    func whatIsSealedToAGroupOpensForItsMembersInThatEpoch(suite: CipherSuite) throws {
        var party = try Party(3, suite)
        let info = try #require(MLSMessage(received: party[1].groupInfo()).asGroupInfo)
        let carried = try info.externalKey
        let key = try #require(carried)
        #expect(try party.groups.allSatisfy { try $0.externalKey == key })
        let sealed = try key.seal([1, 2].span, info: self.info, for: suite)
        for group in party.groups { #expect(try group.openAtExternalKey(sealed, info: self.info).copied == [1, 2]) }
        #expect(throws: MLSError.reservedInfo) { try party[0].openAtExternalKey(sealed, info: []) }
        try party.commit(0)
        #expect(try party[0].externalKey != key)
        for group in party.groups {
            #expect(throws: MLSError.doesNotOpen) { try group.openAtExternalKey(sealed, info: self.info) }
        }
    }

    @Test func whoWasRemovedOpensNothingThere() throws {
        var party = try Party(2)
        let suite = CipherSuite.x25519ChaCha20Poly1305
        try party.commit(0, [.remove(party[1].ownLeafIndex)])
        let sealed = try party[0].externalKey.seal([1].span, info: info, for: suite)
        #expect(throws: MLSError.removed) { try party[1].openAtExternalKey(sealed, info: info) }
        #expect(throws: MLSError.removed) { try party[1].externalKey }
    }

    @Test func aGroupInfoThatAdmitsNobodyHasNoKey() throws {
        let group = try Person("alone").group()
        let closed = try group.groupInfo(admitsExternalCommits: false)
        let info = try #require(MLSMessage(received: closed).asGroupInfo)
        #expect(try info.externalKey == nil)
    }

    @Test func aKeyPackageHasTheNameThatItsOwnerKnows() throws {
        let bundle = try Person("guest").bundle()
        #expect(try bundle.keyPackage.reference == bundle.reference)
        let unknown = KeyPackage(
            cipherSuite: 0x0002, initKey: bundle.keyPackage.initKey, leafNode: bundle.keyPackage.leafNode)
        #expect(throws: MLSError.unsupported) { try unknown.reference }
    }
}
