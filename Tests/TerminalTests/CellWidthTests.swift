import Terminal
import TestSupport
import Testing

struct CellWidthTests {
    @Test(arguments: [
        ("a", 1), (" ", 1), ("~", 1), ("é", 1), ("e\u{301}", 1), ("Я", 1), ("ש", 1), ("ש\u{5C1}\u{5B8}", 1), ("…", 1),
        ("中", 2), ("あ", 2), ("ｶ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{3000}", 2), ("𠀀", 2),
        ("\u{1F6DC}", 2), ("\u{2630}", 2), ("\u{303F}", 1), ("\u{1F321}", 1),
    ])
    func aLetterFillsOneCellOrTwo(text: String, cells: Int) {
        #expect(CellWidth.of(text) == cells)
    }

    @Test(arguments: [
        ("😀", 2), ("❤", 1), ("❤️", 2), ("☕️", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("👩🏻‍❤️‍💋‍👩🏿", 2), ("🇩🇪", 2), ("1️⃣", 2),
        ("\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("©️", 2), ("🏻", 2), ("🇩🇪🇫🇷", 4),
    ])
    func anEmojiFillsTwoCells(text: String, cells: Int) {
        #expect(CellWidth.of(text) == cells)
    }

    @Test(arguments: [("क्षि", 3), ("ไทยนี้", 4), ("日本語 text", 11), ("", 0)])
    func wordsAddUp(text: String, cells: Int) {
        #expect(CellWidth.of(text) == cells)
    }

    @Test(arguments: [0x0, 0x1B, 0x7F, 0x9B, 0xAD, 0x301, 0x200B, 0x200D, 0x202E, 0xFE0F, 0xFEFF, 0x1161, 0xE0061])
    func whatIsNotDrawnFillsNoCell(value: UInt32) throws {
        #expect(CellWidth.of(try #require(Unicode.Scalar(value))) == 0)
    }

    @Test(arguments: [("👨‍👩‍👧‍👦", 8), ("🇩🇪", 4), ("👍🏽", 4), ("a", 1), ("中", 2), ("e\u{301}", 1)] as [(Character, Int)])
    func theReachIsThatOfTheWidestTerminal(character: Character, cells: Int) {
        #expect(CellWidth.reach(of: character) == cells)
    }

    @Test func theReachIsNeverLessThanTheWidth() {
        var random = SeededRandom.announced()
        let pieces = [
            "a", "中", "😀", "\u{200D}", "\u{FE0F}", "\u{1F3FD}", "\u{301}", "1", "\u{20E3}", "\u{1F1E9}", "क", "्",
        ]
        for _ in 0..<5_000 {
            let text = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for character in text { #expect(CellWidth.reach(of: character) >= CellWidth.of(character)) }
        }
    }

    /// The count is that of Python's `unicodedata` 14.0.0 (drawable scalars of East_Asian_Width W and F). The ranges set
    /// aside were narrow then: Unicode 16 widened the hexagrams, trigrams, Tai Xuan Jing symbols and counting rods.
    @Test func theTableAgreesWithAnotherImplementationOnUnicode14() {
        let widened: [ClosedRange<UInt32>] = [0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D376]
        let wide = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            guard let age = scalar.properties.age, age.major <= 14 else { return false }
            return CellWidth.of(scalar) == 2 && !widened.contains { $0.contains(scalar.value) }
        }
        #expect(wide.count == 117_188)
    }

    @Test func emojiThatAreDrawnInColourAreWide() {
        for value in UInt32(0x80)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isEmojiPresentation,
                !(0x1F1E6...0x1F1FF).contains(value)
            else { continue }
            #expect(CellWidth.of(scalar) == 2, "U+\(String(value, radix: 16))")
        }
    }
}
