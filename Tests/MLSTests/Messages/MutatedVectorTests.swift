import MLS
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct MutatedVectorTests {
    /// 17 kinds × 300 entries × 20 changes: 102,000 inputs.
    @Test(arguments: WireValue.allCases) func aChangedValueIsRefusedOrEncodesToItself(_ kind: WireValue) throws {
        var random = SeededRandom.announced()
        var refused = 0
        for bytes in MessageVector.values(of: kind) {
            for _ in 0..<20 {
                let changed = WireChange.random(using: &random).applied(to: bytes, using: &random)
                do {
                    let encoded = try kind.decodedAndEncoded(changed)
                    #expect(encoded == changed)
                } catch { refused += 1 }
            }
        }
        #expect(refused > 0)
    }

    @Test(arguments: WireValue.allCases) func randomBytesAreRefusedOrEncodeToThemselves(_ kind: WireValue) throws {
        var random = SeededRandom.announced()
        for _ in 0..<2_000 {
            let bytes = random.bytes(count: .random(in: 0...64, using: &random))
            do {
                let encoded = try kind.decodedAndEncoded(bytes)
                #expect(encoded == bytes)
            } catch {}
        }
    }
}
