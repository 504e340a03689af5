import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

struct SecretWriterTests {
    @Test func writesWhatAWriterWrites() throws {
        var random = SeededRandom.announced()
        for _ in 0..<50 {
            var secret = SecretWriter(reserving: 1)
            var plain = Writer()
            for _ in 0..<20 {
                let bytes = random.bytes(count: Int(random.next() % 200))
                secret.opaque(bytes.span)
                try plain.opaque(bytes, .variable)
                secret.integer(UInt32(truncatingIfNeeded: bytes.count))
                plain.integer(UInt32(truncatingIfNeeded: bytes.count))
                secret.fixed(bytes.span)
                plain.fixed(bytes)
            }
            #expect(secret.byteCount == plain.bytes.count)
            #expect(secret.finish().copied == plain.bytes)
        }
    }
}
