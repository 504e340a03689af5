import Sodium
import Testing

@testable import sotto

struct KeyFileTests {
    private let secret = (0..<32).map { UInt8($0 + 1) }

    private func file(_ kind: KeyFile.Kind) -> [UInt8] {
        KeyFile.encode(kind, secret.span).withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    private func decode(_ kind: KeyFile.Kind, _ file: [UInt8]) -> [UInt8]? {
        KeyFile.withSecret(kind, in: file.span) { secret in secret.indices.map { secret[$0] } }
    }

    @Test(arguments: KeyFile.Kind.allCases) func readsWhatItWrote(_ kind: KeyFile.Kind) {
        #expect(file(kind).count == 66)
        #expect(decode(kind, file(kind)) == secret)
    }

    /// Laid down once, so that a later program still reads today's files.
    @Test func hasTheBytesThatItAlwaysHad() throws {
        let start = Array("sotto key file 1\nI".utf8) + secret
        var hash = try BLAKE2b(digestByteCount: 16)
        hash.update(Array("sotto key file checksum 1".utf8) + [0] + Array("I".utf8) + secret)
        let checksum = hash.finalize()
        #expect(file(.identity) == start + checksum)
    }

    @Test(arguments: KeyFile.Kind.allCases) func refusesEachFlippedBit(_ kind: KeyFile.Kind) {
        let good = file(kind)
        for index in good.indices {
            for bit in 0..<8 {
                var bad = good
                bad[index] ^= 1 << UInt8(bit)
                #expect(decode(kind, bad) == nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func refusesEachOtherLength() {
        let good = file(.line)
        for count in 0..<good.count { #expect(decode(.line, Array(good[..<count])) == nil) }
        #expect(decode(.line, good + [0]) == nil)
    }

    @Test func refusesAnotherKind() {
        for kind in KeyFile.Kind.allCases {
            for other in KeyFile.Kind.allCases where other != kind { #expect(decode(kind, file(other)) == nil) }
        }
    }
}
