import Terminal
import TestSupport
import Testing

struct DisplayTextPropertyTests {
    /// Scalars that have done harm somewhere, so that random text holds enough of them.
    private static let harmful: [Unicode.Scalar] = [
        "\u{0}", "\u{7}", "\u{8}", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\\", "u", "{", "\u{AD}",
        "\u{301}", "\u{302}", "\u{5B0}", "\u{600}", "\u{93F}", "\u{94D}", "\u{F90}", "\u{1100}", "\u{1161}", "\u{200B}",
        "\u{200D}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{20E3}", "\u{2764}", "\u{3164}", "\u{E000}", "\u{FE0E}",
        "\u{FE0F}", "\u{FE0F}", "\u{FEFF}", "\u{1F1E9}", "\u{1F1EA}", "\u{1F3F4}", "\u{1F3FB}", "\u{1F469}",
        "\u{1F469}",
        "\u{E0067}", "\u{E007F}", "#", "1",
    ]

    @Test func randomTextIsNeverMoreThanVisible() {
        var random = SeededRandom.announced()
        for _ in 0..<4_000 {
            let shown = DisplayText(text(using: &random)).text
            #expect(unseen(in: shown).isEmpty, "\(shown.debugDescription)")
            #expect(tallestPile(in: shown) <= TerminalLimits.marksPerBaseMax, "\(shown.debugDescription)")
        }
    }

    @Test func randomBytesAreNeverMoreThanVisible() {
        var random = SeededRandom.announced()
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(unseen(in: DisplayText(untrustedBytes: bytes).text).isEmpty)
        }
    }

    @Test func validBytesLookLikeTheirString() {
        var random = SeededRandom.announced()
        for _ in 0..<2_000 {
            let text = text(using: &random)
            #expect(DisplayText(untrustedBytes: text.utf8) == DisplayText(text))
        }
    }

    @Test func sievingTwiceIsStillSafeAndOnceIsEnoughForCleanText() {
        var random = SeededRandom.announced()
        for _ in 0..<2_000 {
            let once = DisplayText(text(using: &random)).text
            let twice = DisplayText(once).text
            #expect(unseen(in: twice).isEmpty)
            if !once.contains("\\") { #expect(twice == once) }
        }
    }

    @Test func everyScalarAloneIsSafe() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = DisplayText(String(Character(scalar))).text
            if !unseen(in: shown).isEmpty || shown.isEmpty {
                Issue.record("U+\(String(value, radix: 16)) passes unseen")
            }
        }
    }

    private func text(using random: inout SeededRandom) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            if Int.random(in: 0..<4, using: &random) == 0 {
                scalars.append(Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "\u{FFFD}")
            } else {
                scalars.append(Self.harmful.randomElement(using: &random) ?? " ")
            }
        }
        return String(scalars)
    }

    /// What must not be there, by Unicode's own categories; the invisible parts of an emoji count only outside of one.
    private func unseen(in text: String) -> [Unicode.Scalar] {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.filter { isUnseen(scalars[$0]) && !isInsideEmoji(scalars, $0) }.map { scalars[$0] }
    }

    private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private func isInsideEmoji(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let previous = scalars[index - 1]
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        return switch scalars[index] {
        case "\u{FE0F}": previous.properties.isEmoji && (previous.value > 0x7F || next == "\u{20E3}")
        case "\u{200D}": next?.properties.isEmoji == true && (previous.properties.isEmoji || previous == "\u{FE0F}")
        case "\u{E0020}"..."\u{E007F}": previous == "\u{1F3F4}" || (0xE0061...0xE007A).contains(previous.value)
        default: false
        }
    }

    private func tallestPile(in text: String) -> Int {
        var (tallest, pile) = (0, 0)
        for scalar in text.unicodeScalars {
            let isMark =
                switch scalar.properties.generalCategory {
                case .nonspacingMark, .enclosingMark: scalar != "\u{FE0F}" && scalar != "\u{20E3}"
                default: false
                }
            pile = isMark ? pile + 1 : 0
            tallest = max(tallest, pile)
        }
        return tallest
    }
}
