import MLS
import TLSCodec
import TestSupport
import Testing

/// Lists in which numbers may stand that nobody here knows (RFC 9420 §13.5).
@Suite struct OpenListTests {
    @Test func numbersOfGREASEAreFifteen() {
        let grease = (UInt16.min...UInt16.max).filter { ExtensionType(rawValue: $0).isGREASE }
        #expect(
            grease == [
                0x0A0A, 0x1A1A, 0x2A2A, 0x3A3A, 0x4A4A, 0x5A5A, 0x6A6A, 0x7A7A, 0x8A8A, 0x9A9A, 0xAAAA, 0xBABA, 0xCACA,
                0xDADA, 0xEAEA,
            ])
        #expect(grease.allSatisfy { ProposalType(rawValue: $0).isGREASE && CredentialType(rawValue: $0).isGREASE })
    }

    @Test func capabilitiesKeepEveryNumberInItsOrder() throws {
        var random = SeededRandom.announced()
        for _ in 0..<200 {
            var writer = Writer()
            for _ in 0..<5 {
                try writer.opaque(random.bytes(count: 2 * .random(in: 0...20, using: &random)), .variable)
            }
            #expect(try Capabilities(decoding: writer.bytes).encoded() == writer.bytes)
        }
    }

    @Test func halfANumberIsRefused() {
        for place in 0..<5 {
            var bytes: [UInt8] = [0, 0, 0, 0, 0]
            bytes.replaceSubrange(place...place, with: [1, 7])
            #expect(throws: CodecError.truncated) { try Capabilities(decoding: bytes) }
        }
    }

    @Test func extensionsKeepUnknownTypesAndRepetitions() throws {
        let unknown = ExtensionType(rawValue: 0xF123)
        let extensions: Extensions = [
            Extension(type: unknown, data: [1]), Extension(type: ExtensionType(rawValue: 0x0A0A), data: []),
            Extension(type: unknown, data: [2]),
        ]
        #expect(try extensions.encoded() == [11, 0xF1, 0x23, 1, 1, 0x0A, 0x0A, 0, 0xF1, 0x23, 1, 2])
        #expect(try Extensions(decoding: extensions.encoded()) == extensions)
        #expect(extensions[unknown] == [1])
        #expect(extensions[.ratchetTree] == nil)
        #expect(extensions.hasDuplicates)
        #expect(!Extensions(Array(extensions.list.dropLast())).hasDuplicates)
        #expect(!Extensions([]).hasDuplicates)
    }

    @Test func anExtensionOfAKnownTypeHoldsNothingBesideItsValue() throws {
        let required = RequiredCapabilities(
            extensionTypes: [.externalPub, ExtensionType(rawValue: 0xEAEA)], proposalTypes: [.psk],
            credentialTypes: [.x509, .basic])
        let bytes: [UInt8] = [4, 0, 4, 0xEA, 0xEA, 2, 0, 4, 4, 0, 2, 0, 1]
        #expect(try Extension(required) == Extension(type: .requiredCapabilities, data: bytes))
        #expect(try Extensions([Extension(required)]).requiredCapabilities() == required)
        #expect(try Extensions([]).requiredCapabilities() == nil)
        let longer: Extensions = [Extension(type: .requiredCapabilities, data: bytes + [0])]
        #expect(throws: CodecError.trailingBytes) { try longer.requiredCapabilities() }
        let shorter: Extensions = [Extension(type: .requiredCapabilities, data: bytes.dropLast())]
        #expect(throws: CodecError.truncated) { try shorter.requiredCapabilities() }
    }

    @Test func externalSendersAreCountedFromZero() throws {
        let senders = ExternalSenders(
            [1, 2].map { ExternalSender(signatureKey: SignaturePublicKey([$0]), credential: .basic(identity: [])) })
        #expect(try Extensions([Extension(senders)]).externalSenders() == senders)
        #expect(try senders.encoded() == [10, 1, 1, 0, 1, 0, 1, 2, 0, 1, 0])
        #expect(senders[SenderIndex(rawValue: 1)]?.signatureKey.bytes == [2])
        #expect(senders[SenderIndex(rawValue: 2)] == nil)
        #expect(senders[SenderIndex(rawValue: .max)] == nil)
    }

    @Test func theExternalKeyIsItsBytesWithTheirLength() throws {
        let key = HPKEPublicKey([1, 2])
        #expect(try Extension(ExternalPub(key)).data == [2, 1, 2])
        #expect(try Extensions([Extension(ExternalPub(key))]).externalPub()?.externalPub == key)
    }
}
