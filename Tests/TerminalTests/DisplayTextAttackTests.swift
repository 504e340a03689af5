import Terminal
import Testing

/// What people write to take over the terminal of whoever reads it.
struct DisplayTextAttackTests {
    @Test(arguments: [
        ("\u{1B}", #"\u{1b}"#),
        ("\u{1B}[2J\u{1B}[H", #"\u{1b}[2J\u{1b}[H"#),
        ("\u{1B}[31mred", #"\u{1b}[31mred"#),
        (
            "\u{1B}]8;;https://evil.example\u{7}click\u{1B}]8;;\u{7}",
            #"\u{1b}]8;;https://evil.example\u{7}click\u{1b}]8;;\u{7}"#
        ),
        ("\u{1B}]52;c;cm0gLXJm\u{7}", #"\u{1b}]52;c;cm0gLXJm\u{7}"#),
        ("\u{1B}P$q\"p\u{1B}\\", #"\u{1b}P$q"p\u{1b}\"#),
        ("\u{9B}31m", #"\u{9b}31m"#),
        ("\u{9D}0;title\u{9C}", #"\u{9d}0;title\u{9c}"#),
        ("\u{90}q\u{9C}", #"\u{90}q\u{9c}"#),
        ("\u{7}", #"\u{7}"#),
        ("safe\rfake", #"safe\u{d}fake"#),
        ("a\u{8}b", #"a\u{8}b"#),
        ("a\tb", #"a\u{9}b"#),
        ("a\nb", #"a\nb"#),
        ("a\r\nb", #"a\u{d}\nb"#),
        ("\u{0}", #"\u{0}"#),
        ("\u{7F}", #"\u{7f}"#),
        ("\u{85}\u{2028}\u{2029}", #"\u{85}\u{2028}\u{2029}"#),
    ])
    func controlsComeOutAsVisibleEscapes(attack: String, shown: String) {
        #expect(DisplayText(attack).text == shown)
    }

    @Test(arguments: [
        0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
    ])
    func bidiControlsComeOutAsVisibleEscapes(value: UInt32) throws {
        try expectEscaped(value)
    }

    @Test(arguments: [
        0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0x206A,
        0x206F, 0x3164, 0xFE00, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFA, 0xFFFB, 0x1BCA0, 0x1D173,
        0xE0001,
        0xE0020, 0xE0041, 0xE007F, 0xE0100, 0xE01EF,
    ])
    func theUnseenComesOutAsVisibleEscapes(value: UInt32) throws {
        try expectEscaped(value)
    }

    @Test(arguments: [0xE000, 0xF8FF, 0x0378, 0xFDD0, 0xFFFE, 0x1FFFF, 0xF0000, 0x10FFFF])
    func privateAndUnassignedScalarsComeOutAsVisibleEscapes(value: UInt32) throws {
        try expectEscaped(value)
    }

    @Test func aTrailingZeroWidthSpaceMakesANameLookDifferent() {
        #expect(DisplayText("Bob\u{200B}").text == #"Bob\u{200b}"#)
    }

    @Test func tenThousandMarksOnOneBaseBecomeOneNote() {
        let attack = "e" + String(repeating: "\u{301}", count: 10_000) + "x"
        #expect(DisplayText(attack).text == "e\u{301}\u{301}\\u{301×9998}x")
    }

    @Test func excessMarksOfSeveralKindsBecomeOneNote() {
        #expect(DisplayText("e\u{301}\u{302}\u{303}\u{304}\u{305}").text == "e\u{301}\u{302}\\u{303…×3}")
    }

    @Test func oneExcessMarkIsNamedWithoutACount() {
        #expect(DisplayText("e\u{301}\u{301}\u{301}").text == "e\u{301}\u{301}\\u{301}")
    }

    @Test func marksWithoutABaseDoNotLandOnWhatTheProgramWroteBefore() {
        #expect(DisplayText("\u{301}a").text == #"\u{301}a"#)
        #expect(DisplayText("\u{1B}\u{301}").text == #"\u{1b}\u{301}"#)
    }

    @Test func hangulVowelsDoNotPileUp() {
        let attack = "\u{1100}" + String(repeating: "\u{1161}", count: 1_000)
        #expect(DisplayText(attack).text == "\u{1100}\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}\\u{1161×995}")
    }

    @Test func spacingMarksDoNotPileUp() {
        let attack = "\u{915}" + String(repeating: "\u{93F}", count: 1_000)
        #expect(DisplayText(attack).text.unicodeScalars.count < 30)
    }

    @Test func aHiddenMessageInTagsIsShown() {
        let hidden = "rm".unicodeScalars.compactMap { Unicode.Scalar(0xE0000 + $0.value) }
        let attack = "ok" + String(String.UnicodeScalarView(hidden))
        #expect(DisplayText(attack).text == #"ok\u{e0072}\u{e006d}"#)
    }

    @Test func tagsAfterABlackFlagPassOnlyAsAFlagThatExists() {
        let hidden = "\u{1F3F4}\u{E0072}\u{E006D}\u{E007F}"
        #expect(DisplayText(hidden).text == "\u{1F3F4}\\u{e0072}\\u{e006d}\\u{e007f}")
    }

    @Test func anEndlessChainOfJoinedEmojiIsBroken() {
        let attack = Array(repeating: "👩", count: 6).joined(separator: "\u{200D}")
        #expect(DisplayText(attack).text == "👩\u{200D}👩\u{200D}👩\u{200D}👩\\u{200d}👩\u{200D}👩")
    }

    @Test func aJoinerBetweenLettersIsShown() {
        #expect(DisplayText("a\u{200D}b").text == #"a\u{200d}b"#)
    }

    @Test func aSecondPresentationSelectorIsShown() {
        #expect(DisplayText("❤\u{FE0F}\u{FE0F}").text == "❤\u{FE0F}\\u{fe0f}")
    }

    @Test func aLoneFlagLetterCannotJoinItsNeighbour() {
        #expect(DisplayText("\u{1F1E9}").text == #"\u{1f1e9}"#)
        #expect(DisplayText("🇩🇪\u{1F1EB}").text == #"🇩🇪\u{1f1eb}"#)
    }

    private func expectEscaped(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let shown = DisplayText("a\(Character(scalar))b").text
        #expect(Array(shown.unicodeScalars) == Array("a\\u{\(String(value, radix: 16))}b".unicodeScalars))
    }
}
