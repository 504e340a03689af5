import Terminal
import TestSupport
import Testing

/// Bytes that no keyboard sends.
struct KeyParserHostileTests {
    @Test(arguments: [
        "\u{1B}[13;2u", "\u{1B}[27;2;13~", "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[99999999999999999999~", "\u{1B}[I",
        "\u{1B}Ox", "\u{1B}[[A", "\u{1B}[ q", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
        "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
    ])
    func unknownSequencesAreSwallowed(sequence: String) {
        #expect(keys(sequence + "x") == [.text("x")])
    }

    @Test func aSequenceAtTheLimitIsUnderstoodAndOnePastItIsSwallowed() {
        let zeros = String(repeating: "0", count: TerminalLimits.controlSequenceBytesMax - 1)
        #expect(keys("\u{1B}[\(zeros)3~") == [.delete])
        #expect(keys("\u{1B}[0\(zeros)3~x") == [.text("x")])
    }

    @Test func aSequenceThatNeverEndsIsEndedByTheTimer() {
        var parser = KeyParser()
        _ = parser.take(("\u{1B}[" + String(repeating: "1", count: 100_000)).utf8)
        #expect(parser.flushPendingEscape() == nil)
        #expect(parser.take([0x61]) == [.text("a")])
    }

    @Test func aStringThatNeverEndsIsEndedByItsLimit() {
        let flood = String(repeating: "a", count: TerminalLimits.controlStringBytesMax)
        #expect(keys("\u{1B}]\(flood)b") == [.text("b")])
    }

    @Test func aStringThatNeverEndsIsEndedByTheTimer() {
        var parser = KeyParser()
        _ = parser.take("\u{1B}]52;c;".utf8)
        #expect(parser.hasPendingEscape)
        #expect(parser.flushPendingEscape() == nil)
        #expect(parser.take([0x61]) == [.text("a")])
    }

    @Test(arguments: ["\u{1B}[1;", "\u{1B}]0;", "\u{1B}O", "\u{1B}"])
    func interruptWorksInTheMiddleOfASequence(beginning: String) {
        #expect(keys(beginning + "\u{3}").last == .control("c"))
    }

    @Test func anEscapeInASequenceBeginsAnother() {
        #expect(keys("\u{1B}[1\u{1B}[A") == [.up])
        #expect(keys("\u{1B}]0;\u{1B}[A") == [.up])
    }

    @Test func randomBytesNeverTrapAndNeverStopTheKeyboard() {
        var random = SeededRandom.announced()
        let likely: [UInt8] = [
            0x1B, 0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0x32, 0x30, 0x7E, 0x41, 0x5D, 0x07, 0x03, 0xE2, 0x82, 0xFF,
        ]
        for _ in 0..<2_000 {
            var parser = KeyParser()
            for _ in 0..<200 {
                let byte = Bool.random(using: &random) ? likely.randomElement(using: &random) : nil
                _ = parser.take([byte ?? UInt8.random(in: 0...255, using: &random)])
            }
            _ = parser.take("\u{1B}[201~".utf8)
            _ = parser.flushPendingEscape()
            #expect(parser.take([0x61]).last == .text("a"))
        }
    }

    private func keys(_ text: String) -> [Key] {
        var parser = KeyParser()
        return parser.take(text.utf8)
    }
}
