import Sodium
import TestSupport
import Testing

@Suite struct ConstantTimeTests {
    @Test(arguments: [0, 1, 16, 32, 100]) func equalBytesAreEqual(_ count: Int) {
        #expect(ConstantTime.areEqual([UInt8](counting: count), [UInt8](counting: count)))
    }

    @Test func anyBitMakesADifference() {
        let bytes = [UInt8](counting: 40)
        for bit in 0..<320 { #expect(!ConstantTime.areEqual(bytes, bytes.flipping(bit: bit))) }
    }

    @Test func otherLengthsAreUnequal() {
        #expect(!ConstantTime.areEqual([], [0]))
        #expect(!ConstantTime.areEqual([UInt8](counting: 16), [UInt8](counting: 17)))
    }
}
