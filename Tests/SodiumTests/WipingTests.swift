import Sodium
import TestSupport
import Testing

@Suite struct WipingTests {
    @Test(arguments: [0, 1, 7, 1000]) func aWipedSpanIsZeros(_ count: Int) {
        var bytes = [UInt8](counting: count)
        var span = bytes.mutableSpan
        span.wipe()
        #expect(bytes == [UInt8](repeating: 0, count: count))
        var words = [UInt64](repeating: .max, count: count)
        var wordSpan = words.mutableSpan
        wordSpan.wipe()
        #expect(words == [UInt64](repeating: 0, count: count))
    }

    @Test func wipingTheStackLeavesWhatIsInUse() {
        let kept = InlineArray<64, UInt8>(repeating: 7)
        SecretMemory.wipeStack(byteCount: 65_536)
        #expect(kept.indices.allSatisfy { kept[$0] == 7 })
    }
}
