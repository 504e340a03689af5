import Foundation
import TestSupport
import Testing

@testable import sotto

struct UTCTimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (951_868_799_999, "2000-02-29T23:59:59.999Z"), (951_868_800_000, "2000-03-01T00:00:00.000Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func isTheDayOfTheCalendar(milliseconds: Int, text: String) {
        #expect(UTCTime(millisecondsSince1970: milliseconds).description == text)
    }

    @Test func agreesWithFoundation() {
        var random = SeededRandom.announced()
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: false)
        for _ in 0..<5_000 {
            let seconds = Int.random(in: -12_219_292_800...253_402_300_799, using: &random)
            let told = UTCTime(millisecondsSince1970: seconds * 1_000).description
            #expect(told.replacing(".000Z", with: "Z") == Date(timeIntervalSince1970: Double(seconds)).formatted(style))
        }
    }
}
