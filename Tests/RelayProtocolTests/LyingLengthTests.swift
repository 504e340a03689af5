import Identity
import RelayProtocol
import TLSCodec
import TestSupport
import Testing

/// A length from the wire is compared with its limit and with what is there before a byte is allocated.
@Suite struct LyingLengthTests {
    private static let room = [UInt8](counting: 32)
    private static let header: [UInt8] = [0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1]

    private static func body(_ length: UInt32) -> [UInt8] {
        room + header + (0..<4).map { UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * $0)) } + [1, 2, 3, 0]
    }

    @Test func aLengthPastTheLimitIsRefusedWhateverFollows() {
        for length: UInt32 in [0, (4 << 20) + 1, 16 << 20, 1 << 31, .max] {
            #expect(throws: CodecError.lengthOutOfBounds) { try Append(decoding: Self.body(length)) }
        }
    }

    @Test func aLengthPastTheEndIsRefused() {
        for length: UInt32 in [5, 4_096, 4 << 20] {
            #expect(throws: CodecError.truncated) { try Append(decoding: Self.body(length)) }
        }
    }

    /// One past the limit, with all its bytes there.
    @Test func oneByteTooManyIsRefusedThoughItIsThere() throws {
        let long = [UInt8](repeating: 1, count: 4_097)
        #expect(throws: CodecError.lengthOutOfBounds) { try Whisper(decoding: Self.room + [0x10, 0x01] + long) }
        #expect(throws: CodecError.lengthOutOfBounds) { try Whisper(decoding: Self.room + [0, 0]) }
        #expect(throws: CodecError.lengthOutOfBounds) { try ClaimName(decoding: [33] + long.prefix(33)) }
        #expect(throws: CodecError.lengthOutOfBounds) { try ClaimName(decoding: [0]) }
        let credential: [UInt8] = [0x04, 0x01] + long.prefix(1_025)
        #expect(throws: CodecError.lengthOutOfBounds) { try CredentialBytes(decoding: credential) }
    }

    @Test func aListOfTooManyIsRefused() throws {
        let suites = [UInt8](repeating: 0, count: 18)
        #expect(throws: CodecError.lengthOutOfBounds) {
            try ClaimKeyPackages(decoding: Known.identity.bytes + [18] + suites)
        }
        #expect(throws: CodecError.lengthOutOfBounds) { try ClaimKeyPackages(decoding: Known.identity.bytes + [0]) }
        #expect(throws: CodecError.truncated) { try ClaimKeyPackages(decoding: Known.identity.bytes + [3, 0, 0, 0]) }
        let packages = [UInt8]((0..<21).flatMap { _ in [0, 1, 9] as [UInt8] })
        #expect(throws: CodecError.lengthOutOfBounds) {
            try PublishKeyPackages(decoding: [0, 1, 0, 0, 0, UInt8(packages.count)] + packages + [0])
        }
        let links = try [UInt8]((0..<65).flatMap { _ in try Known.link.encoded() })
        #expect(throws: CodecError.lengthOutOfBounds) {
            try PublicState(decoding: [0, 0, 0, 1, 5] + [UInt8(links.count >> 8), UInt8(links.count & 0xFF)] + links)
        }
    }

    @Test func aListThatAnnouncesMoreThanIsThereIsRefused() {
        for length: [UInt8] in [[0, 0, 0, 4], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF]] {
            #expect(throws: CodecError.truncated) { try Claimed(decoding: length + [0, 0, 0]) }
        }
    }
}
