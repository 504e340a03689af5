import Testing

@testable import sotto

struct TimeSpanTests {
    @Test(arguments: [
        ("1s", 1), ("90s", 90), ("15m", 900), ("12h", 43_200), ("30d", 2_592_000), ("4w", 2_419_200), ("007d", 604_800),
        ("36525d", ServerLimits.retentionSecondsMax),
    ])
    func isANumberWithItsUnit(text: String, seconds: Int) {
        #expect(TimeSpan(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "30", "d", "0d", "-1d", "+1d", "1.5h", " 1d", "1 d", "1d ", "1D", "1y", "1dd", "٣d", "１d", "1d\0",
        "36526d", "3155760001s", "9223372036854775807w", "99999999999999999999s",
    ])
    func isNothingElse(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test(arguments: [("60s", "1m"), ("90m", "90m"), ("24h", "1d"), ("4w", "28d"), ("61s", "61s")])
    func isToldInTheLargestUnitThatFits(text: String, told: String) {
        #expect(TimeSpan(text)?.description == told)
    }
}
