import Terminal
import Testing

struct StyledTextWrappedTests {
    private func rows(_ text: String, width: Int) -> [String] {
        StyledText(DisplayText(text)).wrapped(width: width, indent: "  ").map(\.text)
    }

    @Test func whatFitsStaysAsItIs() {
        #expect(rows("", width: 10) == [""])
        #expect(rows("123456789", width: 10) == ["123456789"])
    }

    @Test func whatIsLongerGoesOnSetIn() {
        #expect(rows("1234567890", width: 10) == ["123456789", "  0"])
        #expect(rows("123456789abcdefgh", width: 10) == ["123456789", "  abcdefg", "  h"])
    }

    @Test func nobodyBeginsARowInAnothersPlace() {
        let forged = "x" + String(repeating: " ", count: 78) + "Bob: pay Eve 100"
        for row in rows(forged, width: 80).dropFirst() { #expect(row.hasPrefix("  ")) }
    }

    @Test func aWideCharacterIsNotCutInTwo() {
        #expect(rows("日本語日本", width: 6) == ["日本", "  語", "  日", "  本"])
    }

    @Test func stylesAndWordsStay() {
        let text = StyledText("name", .cyan) + StyledText("0123456789")
        let rows = text.wrapped(width: 8, indent: "  ")
        #expect(rows.first?.runs.first?.style == .cyan)
        #expect(rows.map(\.text).joined().filter { $0 != " " } == "name0123456789")
    }

    @Test func theNarrowestTerminalStillShowsEverything() {
        let words = rows("abcdef", width: 1).joined().filter { $0 != " " }
        #expect(words == "abcdef")
    }
}
