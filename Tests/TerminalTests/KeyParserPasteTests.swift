import Terminal
import Testing

struct KeyParserPasteTests {
    @Test func aPasteIsOneKey() {
        #expect(keys(pasting: "hello wörld") == [.paste("hello wörld")])
    }

    @Test func aPasteSplitAnywhereIsOneKey() {
        let bytes = Array("\u{1B}[200~a\u{1B}[é\u{1B}[201~".utf8)
        for cut in 0...bytes.count {
            var parser = KeyParser()
            #expect(parser.take(bytes[..<cut]) + parser.take(bytes[cut...]) == [.paste("a\u{1B}[é")])
        }
    }

    @Test func pastedLineEndsAreTextAndNeverEnter() {
        #expect(keys(pasting: "a\rb\r\nc\nd\r\r") == [.paste("a\nb\nc\nd\n\n")])
    }

    @Test func pastedControlsAreText() {
        #expect(keys(pasting: "\u{3}\u{4}\u{1B}[A") == [.paste("\u{3}\u{4}\u{1B}[A")])
    }

    @Test func keysAfterAPasteAreKeys() {
        #expect(keys("\u{1B}[200~a\u{1B}[201~b\r") == [.paste("a"), .text("b"), .enter])
    }

    @Test func twoPastesAreTwoKeys() {
        #expect(keys("\u{1B}[200~a\u{1B}[201~\u{1B}[200~\u{1B}[201~") == [.paste("a"), .paste("")])
    }

    @Test func theTimerDoesNotCutAPaste() {
        var parser = KeyParser()
        _ = parser.take("\u{1B}[200~a\u{1B}".utf8)
        #expect(!parser.hasPendingEscape)
        #expect(parser.flushPendingEscape() == nil)
        #expect(parser.take("[201~".utf8) == [.paste("a")])
    }

    @Test func anAlmostTerminatorIsText() {
        #expect(keys(pasting: "\u{1B}[20\u{1B}\u{1B}[201") == [.paste("\u{1B}[20\u{1B}\u{1B}[201")])
    }

    @Test func aPasteEndWithoutAPasteIsNothing() {
        #expect(keys("\u{1B}[201~a") == [.text("a")])
    }

    @Test func aPasteAtTheLimitIsWhole() {
        let text = String(repeating: "a", count: TerminalLimits.pasteBytesMax)
        #expect(keys(pasting: text) == [.paste(text)])
    }

    @Test func aPasteOnePastTheLimitIsRefusedAndTheKeysAfterItCount() {
        let text = String(repeating: "a", count: TerminalLimits.pasteBytesMax + 1)
        #expect(keys("\u{1B}[200~\(text)\u{1B}[201~x") == [.pasteTooLong, .text("x")])
    }

    private func keys(pasting text: String) -> [Key] {
        keys("\u{1B}[200~\(text)\u{1B}[201~")
    }

    private func keys(_ text: String) -> [Key] {
        var parser = KeyParser()
        return parser.take(text.utf8)
    }
}
