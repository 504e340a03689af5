import Terminal
import TestSupport
import Testing

struct PromptScreenPropertyTests {
    private static let pieces = [
        "a", "b ", "é", "e\u{301}", "日", "本", "😀", "❤️", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "1️⃣", "क्षि", "한", "\u{1112}\u{1161}\u{11AB}",
        "\u{1B}[2J",
        "\n", "\r", "\u{200B}", "\u{301}", "\u{1F1E9}", "\u{102C}", "ไทยนี้", "שָׁ", "\\", "\u{FE0F}", "\u{1F3FD}",
        "e" + String(repeating: "\u{301}", count: 50), String(repeating: "क्", count: 20) + "क",
    ]

    /// Whatever is typed and whatever arrives, in a terminal of any width and either way of reckoning: the rows above are
    /// those of a terminal that saw the lines alone, and the prompt is one row, the last.
    @Test(arguments: TerminalEmulator.Reckoning.allCases)
    func linesAndTypingNeverGarbleEachOther(reckoning: TerminalEmulator.Reckoning) {
        var random = SeededRandom.announced("linesAndTyping")
        for _ in 0..<150 {
            let width = Int.random(in: 2...45, using: &random)
            var stage = Stage(
                width: width, prompt: StyledText(DisplayText(text(2, &random)), .cyan), reckoning: reckoning)
            var witness = TerminalEmulator(width: width, reckoning: reckoning)
            for _ in 0..<60 {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    let line = StyledText(DisplayText(text(8, &random)), .green)
                    stage.arrive([line])
                    for row in line.wrapped(width: width, indent: "  ") {
                        witness.write(row.rendered(colour: true) + "\r\n")
                    }
                } else {
                    stage.press(key(&random))
                }
                #expect(stage.emulator.lines.dropLast() == witness.lines.dropLast())
                #expect(stage.emulator.row == stage.emulator.rows.count - 1)
                #expect(stage.emulator.violations.isEmpty)
            }
        }
    }

    @Test func aLineThatFitsIsShownWholeWithTheCursorInItsPlace() {
        var random = SeededRandom.announced()
        let pieces = ["a", "é", "日", "😀", "👨‍👩‍👧‍👦", "🇩🇪", "한", "❤️", " x"]
        for _ in 0..<500 {
            var stage = Stage(width: 120)
            for _ in 0..<8 { stage.type(pieces.randomElement(using: &random) ?? "") }
            for _ in 0..<Int.random(in: 0...8, using: &random) { stage.press(.left) }
            #expect(stage.emulator.lastLine == "> " + stage.editor.text)
            #expect(stage.emulator.column == 2 + CellWidth.of(stage.editor.textBeforeCursor))
        }
    }

    private func key(_ random: inout SeededRandom) -> Key {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<6: .paste(text(1, &random))
        case 6: .left
        case 7: [.home, .end, .wordLeft, .wordRight].randomElement(using: &random) ?? .home
        case 8: .backspace
        default: [.right, .delete, .control("y"), .control("w")].randomElement(using: &random) ?? .right
        }
    }

    private func text(_ count: Int, _ random: inout SeededRandom) -> String {
        (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
}
