import Terminal
import Testing

struct DisplayTextLinesTests {
    @Test(arguments: [
        ("", [""]), ("one", ["one"]), ("a\nb", ["a", "b"]), ("a\r\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b", ""]),
        ("a\rb", [#"a\u{d}b"#]), ("a\r\r\nb", [#"a\u{d}"#, "b"]), ("\tx", ["    x"]), ("a\u{2028}b", [#"a\u{2028}b"#]),
        ("a\r", [#"a\u{d}"#]),
    ])
    func aMessageIsSplitAtItsNewlines(message: String, lines: [String]) {
        #expect(DisplayText.lines(of: message).map(\.text) == lines)
    }

    @Test func aTypedBackslashNStaysWhereNoNewlineIsEscaped() {
        #expect(DisplayText.lines(of: #"printf("\n")"#).map(\.text) == [#"printf("\n")"#])
    }

    @Test func aMarkAtTheStartOfALineIsShown() {
        #expect(DisplayText.lines(of: "a\n\u{301}").map(\.text) == ["a", #"\u{301}"#])
    }

    @Test func aMessageAtTheLineLimitIsWhole() {
        #expect(DisplayText.lines(of: "a\nb\nc", maxLines: 3).map(\.text) == ["a", "b", "c"])
    }

    @Test func aMessagePastTheLineLimitEndsInAMark() {
        let lines = DisplayText.lines(of: "a\nb\nc\nd\ne", maxLines: 3)
        #expect(lines.map(\.text) == ["a", "b", "c", #"\u{…}"#])
        #expect(lines.last?.isTruncated == true)
    }

    @Test func theScalarLimitCountsAllLinesTogether() {
        #expect(DisplayText.lines(of: "abc\ndef", maxScalars: 6).map(\.text) == ["abc", "def"])
        #expect(DisplayText.lines(of: "abc\ndef\ng", maxScalars: 5).map(\.text) == ["abc", #"de\u{…}"#])
    }

    @Test func aMillionNewlinesAreBounded() {
        let lines = DisplayText.lines(of: String(repeating: "\n", count: 1_000_000))
        #expect(lines.count == TerminalLimits.displayLinesMax + 1)
    }

    @Test(arguments: [0, -5])
    func aSenselessLineLimitIsOne(limit: Int) {
        #expect(DisplayText.lines(of: "a\nb", maxLines: limit).map(\.text) == ["a", #"\u{…}"#])
    }
}
