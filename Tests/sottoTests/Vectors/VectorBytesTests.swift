import TestSupport
import Testing

@testable import sotto

@Suite struct VectorBytesTests {
    @Test(arguments: [("", []), ("00", [0]), ("0aF1", [0x0A, 0xF1])] as [(String, [UInt8])])
    func readsDigitsInEitherCase(_ hex: String, bytes: [UInt8]) {
        #expect(VectorBytes(hex: hex)?.bytes == bytes)
    }

    @Test(arguments: ["0", "000", "0g", "/0", ":0", "@0", "G0", "`0", "0x00", " 00", "é"])
    func refusesWhatIsNotPairsOfDigits(_ hex: String) {
        #expect(VectorBytes(hex: hex) == nil)
    }
}
