import MLS
import Sodium
import TLSCodec
import Testing

@Suite struct GroupSecretsTests {
    static let psks: [PreSharedKeyID] = [
        .external(id: [1], nonce: [2]),
        .resumption(usage: .reInit, groupID: GroupID([3]), epoch: Epoch(rawValue: 4), nonce: [5]),
    ]
    static let names: [UInt8] = [19, 1, 1, 1, 1, 2, 2, 2, 1, 3, 0, 0, 0, 0, 0, 0, 0, 4, 1, 5]

    @Test func secretsAreLaidOutAsTheTextSays() throws {
        let both = GroupSecrets(
            joinerSecret: Secret(copying: [7, 8]), pathSecret: Secret(copying: [9]), psks: Self.psks)
        #expect(try both.encoded().copied == [2, 7, 8, 1, 1, 9] + Self.names)
        let one = GroupSecrets(joinerSecret: Secret(copying: [7, 8]), pathSecret: nil, psks: [])
        #expect(try one.encoded().copied == [2, 7, 8, 0, 0])
    }

    @Test func secretsComeBack() throws {
        let bytes: [UInt8] = [2, 7, 8, 1, 1, 9] + Self.names
        let secrets = try GroupSecrets(decoding: bytes.span)
        #expect(secrets.joinerSecret.isEqual(to: Secret(copying: [7, 8])))
        #expect(try #require(secrets.pathSecret).isEqual(to: Secret(copying: [9])))
        #expect(secrets.psks == Self.psks)
        #expect(try GroupSecrets(decoding: [0, 0, 0].span).pathSecret == nil)
    }

    @Test func everyShorterInputIsTruncatedAndOneByteMoreIsRefused() {
        let bytes: [UInt8] = [2, 7, 8, 1, 1, 9] + Self.names
        for count in bytes.indices {
            #expect(throws: CodecError.truncated) { try GroupSecrets(decoding: bytes.span.extracting(first: count)) }
        }
        let longer = bytes + [0]
        #expect(throws: CodecError.trailingBytes) { try GroupSecrets(decoding: longer.span) }
    }

    @Test(arguments: 2...0xFF as ClosedRange<UInt8>) func aPathSecretIsThereOrNot(presence: UInt8) {
        let bytes: [UInt8] = [0, presence, 0, 0]
        #expect(throws: CodecError.invalidValue) { try GroupSecrets(decoding: bytes.span) }
    }

    @Test(arguments: [0, 63, 64, 255, 256, 16_383, 16_384, 70_000]) func secretsOfAnyLengthComeBack(count: Int) throws {
        let secret = Secret(copying: [UInt8](repeating: 0x5E, count: count))
        let encoded = try GroupSecrets(joinerSecret: secret, pathSecret: secret, psks: Self.psks).encoded()
        let decoded = try encoded.withBytes { (bytes) throws(CodecError) in try GroupSecrets(decoding: bytes) }
        #expect(decoded.joinerSecret.isEqual(to: secret))
        #expect(try #require(decoded.pathSecret).isEqual(to: secret))
        #expect(decoded.psks == Self.psks)
    }
}
