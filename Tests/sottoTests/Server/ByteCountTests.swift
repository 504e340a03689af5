import Testing

@testable import sotto

struct ByteCountTests {
    @Test(arguments: [
        ("1", 1), ("512", 512), ("4K", 4_096), ("512M", 536_870_912), ("10G", 10_737_418_240), ("10g", 10_737_418_240),
        ("2T", 2_199_023_255_552), ("9223372036854775807", Int.max), ("8388607T", 8_388_607 << 40),
    ])
    func isANumberPerhapsWithAUnit(text: String, bytes: Int) {
        #expect(ByteCount(text)?.bytes == bytes)
    }

    @Test(arguments: [
        "", "G", "0", "0G", "-1G", "+1", "1.5G", " 1G", "1 G", "1GB", "1GiB", "1P", "٣G", "9223372036854775808",
        "8388608T",
    ])
    func isNothingElse(text: String) {
        #expect(ByteCount(text) == nil)
    }

    @Test(arguments: [("1024", "1K"), ("1048576K", "1G"), ("1500", "1500"), ("10G", "10G")])
    func isToldInTheLargestUnitThatFits(text: String, told: String) {
        #expect(ByteCount(text)?.description == told)
    }
}
