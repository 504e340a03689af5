import HPKE
import MLS
import Sodium
import Testing

struct KeyScheduleTests {
    @Test(arguments: CipherSuite.all) func anExternalInitGivesBothSidesTheSameSecret(_ suite: CipherSuite) throws {
        let schedule = try started(suite).schedule
        let external = try suite.externalInit(to: schedule.externalKey().publicKey, random: .system)
        let secret = try schedule.initSecret(fromExternal: external.kemOutput)
        #expect(secret.isEqual(to: external.initSecret))
        let another = try suite.externalInit(to: schedule.externalKey().publicKey, random: .system)
        #expect(!another.initSecret.isEqual(to: secret))
    }

    @Test(arguments: CipherSuite.all) func aKEMOutputOfAWrongLengthIsRefused(_ suite: CipherSuite) throws {
        let schedule = try started(suite).schedule
        let output = try suite.externalInit(to: schedule.externalKey().publicKey, random: .system).kemOutput
        for count in [0, 1, output.count - 1, output.count + 1] {
            #expect(throws: MLSError.invalid(.externalInitOutput)) {
                _ = try schedule.initSecret(fromExternal: [UInt8]((output + [0]).prefix(count)))
            }
        }
    }

    @Test func aKEMOutputOfLowOrderIsRefused() throws {
        let schedule = try started(.x25519AES128GCM).schedule
        #expect(throws: MLSError.invalid(.externalInitOutput)) {
            _ = try schedule.initSecret(fromExternal: [UInt8](repeating: 0, count: 32))
        }
    }

    @Test func whatIsExportedHasItsLabelItsContextAndItsLength() throws {
        let schedule = try started(.x25519ChaCha20Poly1305).schedule
        func export(_ label: Label, _ context: [UInt8], _ count: Int = 32) throws -> [UInt8] {
            try schedule.export(label, context: context.span, byteCount: count).copied
        }
        let one = try export("one", [1])
        #expect(try export("one", [1]) == one)
        #expect(try export("two", [1]) != one)
        #expect(try export("one", [2]) != one)
        #expect(try export("one", [1], 31) != Array(one.prefix(31)))
        #expect(try export("one", [1], 0) == [])
        #expect(try export("one", [1], MLSLimits.exportedByteCountMax).count == MLSLimits.exportedByteCountMax)
        for count in [-1, MLSLimits.exportedByteCountMax + 1, .max, .min] {
            #expect(throws: MLSError.overLimit) { _ = try export("one", [1], count) }
        }
    }

    @Test func aConfirmationTagOfAWrongLengthConfirmsNothing() throws {
        let started = try started(.x25519ChaCha20Poly1305)
        let tag = started.confirmationTag
        #expect(started.isConfirmed(by: tag))
        for count in [0, 1, 31] { #expect(!started.isConfirmed(by: Array(tag.prefix(count)))) }
        #expect(!started.isConfirmed(by: tag + [0]))
        for index in tag.indices { #expect(!started.isConfirmed(by: tag.flipping(index))) }
    }

    @Test(arguments: [0, 2, 4, 5, 6, 7, 0xFFFF] as [UInt16]) func aContextOfAnotherSuiteIsUnsupported(_ suite: UInt16) {
        #expect(throws: MLSError.unsupported) { _ = try EpochContext(context(suite)) }
        #expect(throws: MLSError.unsupported) {
            _ = try EpochContext(context(3, version: ProtocolVersion(rawValue: 2)))
        }
    }

    @Test func theContextGoesIntoJoinerAndEpochSecret() throws {
        let one = try EpochContext(context(3))
        let other = try EpochContext(context(3, epoch: 10))
        let suite = one.suite
        func joiner(_ context: EpochContext) -> JoinerSecret {
            JoinerSecret(initSecret: suite.zeroSecret, commitSecret: suite.zeroSecret, context: context)
        }
        let first = joiner(one).mixing(pskSecret: suite.zeroSecret).epochSecret(context: one)
        let second = joiner(one).mixing(pskSecret: suite.zeroSecret).epochSecret(context: other)
        let third = joiner(other).mixing(pskSecret: suite.zeroSecret).epochSecret(context: one)
        let secrets = [first.derive("x").copied, second.derive("x").copied, third.derive("x").copied]
        #expect(Set(secrets).count == 3)
    }

    @Test func theOrderOfPSKsAndTheirKindCount() throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let nonce = [UInt8](repeating: 1, count: 32)
        let one = PSKSecret.Entry(id: .external(id: [1], nonce: nonce), psk: Secret(copying: [1]))
        let two = PSKSecret.Entry(
            id: .resumption(usage: .application, groupID: GroupID([1]), epoch: .first, nonce: nonce),
            psk: Secret(copying: [1]))
        let branch = PSKSecret.Entry(
            id: .resumption(usage: .branch, groupID: GroupID([1]), epoch: .first, nonce: nonce),
            psk: Secret(copying: [1]))
        let lists = [[], [one], [two], [branch], [one, two], [two, one], [one, one]]
        #expect(try Set(lists.map { try PSKSecret.derive(suite, $0).copied }).count == lists.count)
        #expect(try PSKSecret.derive(suite, []).isEqual(to: suite.zeroSecret))
    }

    @Test func morePSKsThanTwoBytesCountAreRefused() throws {
        let entry = PSKSecret.Entry(id: .external(id: [], nonce: []), psk: Secret(copying: [1]))
        #expect(throws: MLSError.overLimit) {
            _ = try PSKSecret.derive(.x25519ChaCha20Poly1305, [PSKSecret.Entry](repeating: entry, count: 65_536))
        }
    }

    private func started(_ suite: CipherSuite) throws -> StartedEpoch {
        EpochSecret(suite, random: .system).start(try EpochContext(context(suite.rawValue)), leafCount: .one)
    }

    private func context(_ suite: UInt16, version: ProtocolVersion = .mls10, epoch: UInt64 = 9) -> GroupContext {
        GroupContext(
            version: version, cipherSuite: suite, groupID: GroupID([1]), epoch: Epoch(rawValue: epoch), treeHash: [1],
            confirmedTranscriptHash: [2], extensions: [])
    }
}
