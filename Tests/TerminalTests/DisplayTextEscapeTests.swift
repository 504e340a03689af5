import Terminal
import Testing

/// An escape can't be forged, and a cut can't be hidden.
struct DisplayTextEscapeTests {
    @Test(arguments: [
        (#"\u{1b}"#, #"\\u{1b}"#),
        (#"\x{ff}"#, #"\\x{ff}"#),
        (#"\n"#, #"\\n"#),
        (#"\\u{1b}"#, #"\\\\u{1b}"#),
        ("\\\u{1B}", #"\\\u{1b}"#),
        ("\\\\\u{1B}", #"\\\\\u{1b}"#),
    ])
    func aTypedEscapeIsToldFromARealOne(typed: String, shown: String) {
        #expect(DisplayText(typed).text == shown)
    }

    @Test(arguments: [#"\"#, #"\\server\share"#, #"C:\dir"#, #"\u001b"#, #"\x1b[0m"#, #"\\"#, #"\🇩🇪"#, "\\\u{301}"])
    func otherBackslashesStay(text: String) {
        #expect(DisplayText(text).text == text)
    }

    @Test func textsFromASmallAlphabetNeverLookAlike() {
        let alphabet = ["\\", "u", "x", "n", "{", "}", "1", "\u{1B}", "\n", "\u{200B}"]
        var seen: [String: String] = [:]
        for text in words(of: alphabet, length: 5) {
            let shown = DisplayText(text).text
            #expect(seen[shown] == nil, "\(text.debugDescription) looks like \(seen[shown].debugDescription)")
            seen[shown] = text
        }
        #expect(seen.count == 100_000)
    }

    @Test func bytesThatAreNoUTF8AreShown() {
        let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0xA9, 0xC3, 0x62, 0xE2, 0x82]
        #expect(DisplayText(untrustedBytes: bytes).text == #"a\x{ff}é\x{c3}b\x{e2}\x{82}"#)
    }

    @Test func overlongAndSurrogateBytesAreShown() {
        #expect(DisplayText(untrustedBytes: [0xC0, 0x9B]).text == #"\x{c0}\x{9b}"#)
        #expect(DisplayText(untrustedBytes: [0xED, 0xA0, 0x80]).text == #"\x{ed}\x{a0}\x{80}"#)
        #expect(DisplayText(untrustedBytes: [0xF4, 0x90, 0x80, 0x80]).text == #"\x{f4}\x{90}\x{80}\x{80}"#)
    }

    @Test func anEightBitControlInUTF8IsShown() {
        #expect(DisplayText(untrustedBytes: [0xC2, 0x9B]).text == #"\u{9b}"#)
    }

    @Test func aTextAtTheLimitIsWhole() {
        let shown = DisplayText(String(repeating: "é", count: 10), maxScalars: 10)
        #expect(shown.text == String(repeating: "é", count: 10))
        #expect(!shown.isTruncated)
    }

    @Test(arguments: ["e", "é", "日"])
    func aTextOnePastTheLimitIsCutVisibly(letter: String) {
        let shown = DisplayText(String(repeating: letter, count: 11), maxScalars: 10)
        #expect(shown.text == String(repeating: letter, count: 10) + #"\u{…}"#)
        #expect(shown.isTruncated)
    }

    @Test func aCutNeverHalvesAnEscapeOrAnEmoji() {
        #expect(DisplayText("abc\u{1B}def", maxScalars: 6).text == #"abc\u{…}"#)
        #expect(DisplayText("abc👨‍👩‍👧‍👦", maxScalars: 6).text == #"abc\u{…}"#)
    }

    @Test func aForgedCutIsToldFromARealOne() {
        #expect(DisplayText(#"abc\u{…}"#).text == #"abc\\u{…}"#)
    }

    @Test(arguments: [0, -1, Int.min])
    func aSenselessLimitShowsTheMarkAlone(limit: Int) {
        #expect(DisplayText("abc", maxScalars: limit).text == #"\u{…}"#)
        #expect(DisplayText("", maxScalars: limit).text == "")
    }

    @Test func sievedTextStaysSafeWhenSievedAgain() {
        let once = DisplayText("a\u{1B}b")
        #expect(DisplayText(once.text).text == #"a\\u{1b}b"#)
    }

    @Test func interpolationIsSafe() {
        #expect("\(DisplayText("\u{7}"))" == #"\u{7}"#)
    }

    @Test func literalsPassTheSameSieve() {
        let text: DisplayText = "\u{1B}[0m"
        #expect(text.text == #"\u{1b}[0m"#)
    }

    /// A second's work where time is linear, minutes where the text so far is copied at every step.
    @Test(arguments: ["\\", "\u{1B}", "日", "\u{301}", "👩\u{200D}", "e\u{301}\u{301}\u{301}"])
    func aMillionScalarsTakeLinearTime(piece: String) {
        let attack = String(repeating: piece, count: 1_000_000 / piece.unicodeScalars.count) + "\u{1B}"
        let time = ContinuousClock().measure { _ = DisplayText(attack, maxScalars: .max) }
        #expect(time < .seconds(15))
    }

    private func words(of alphabet: [String], length: Int) -> [String] {
        (0..<length).reduce([""]) { words, _ in words.flatMap { word in alphabet.map { word + $0 } } }
    }
}
