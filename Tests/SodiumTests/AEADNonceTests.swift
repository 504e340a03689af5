import Sodium
import TestSupport
import Testing

@Suite struct AEADNonceTests {
    /// Noise §12: zeros, then eight little-endian bytes.
    @Test func aCounterStandsLittleEndianAtTheEnd() {
        let counter: UInt64 = 0x0102_0304_0506_0708
        let digits: [UInt8] = [8, 7, 6, 5, 4, 3, 2, 1]
        #expect(
            AEADNonce(littleEndianCounter: counter, for: .chaCha20Poly1305).bytes
                == [UInt8](repeating: 0, count: 4) + digits)
        #expect(
            AEADNonce(littleEndianCounter: counter, for: .xChaCha20Poly1305).bytes
                == [UInt8](repeating: 0, count: 16) + digits)
    }

    @Test(arguments: [0, 8, 11, 13, 23, 25]) func refusesOtherLengthsThan12And24(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) { try AEADNonce(copying: [UInt8](counting: count)) }
    }

    @Test(arguments: [12, 24]) func keepsTheBytesGiven(_ count: Int) throws {
        let nonce = try AEADNonce(copying: [UInt8](counting: count))
        #expect(nonce.bytes == [UInt8](counting: count))
        #expect(nonce.byteCount == count)
    }

    @Test func randomOnesAre24BytesAndDiffer() {
        let drawn = (0..<100).map { _ in AEADNonce.random().bytes }
        #expect(drawn.allSatisfy { $0.count == 24 })
        #expect(Set(drawn).count == 100)
    }
}
