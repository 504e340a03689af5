import Terminal
import TestSupport
import Testing

struct LineEditorTests {
    @Test func typingGoesWhereTheCursorIs() {
        expect("helo", [.left, .text("l")], leaves: "hell|", "o")
        expect("b", [.home, .text("a")], leaves: "a|", "b")
    }

    @Test func enterSubmitsTheLineAndEmptiesIt() {
        var editor = editor("hello")
        #expect(editor.apply(.enter) == .submit("hello"))
        #expect(editor.isEmpty)
    }

    @Test func enterSubmitsAllOfTheLineWhereverTheCursorIs() {
        var editor = editor("hello", [.home])
        #expect(editor.apply(.enter) == .submit("hello"))
    }

    @Test func deletingTakesWholeCharacters() {
        expect("a👨‍👩‍👧‍👦", [.backspace], leaves: "a|", "")
        expect("ae\u{301}", [.backspace], leaves: "a|", "")
        expect("🇩🇪🇫🇷", [.left, .delete], leaves: "🇩🇪|", "")
        expect("日本", [.home, .delete], leaves: "|", "本")
    }

    @Test func movesStepOverWholeCharacters() {
        expect("a👨‍👩‍👧‍👦b", [.left, .left], leaves: "a|", "👨‍👩‍👧‍👦b")
        expect("a👨‍👩‍👧‍👦b", [.home, .right, .right], leaves: "a👨‍👩‍👧‍👦|", "b")
        expect("ab", [.control("b"), .control("b"), .control("f")], leaves: "a|", "b")
    }

    @Test func movesStopAtTheEnds() {
        expect("a", [.right, .right], leaves: "a|", "")
        expect("a", [.left, .left, .left], leaves: "|", "a")
        expect("", [.left, .right, .home, .end, .wordLeft, .wordRight], leaves: "|", "")
    }

    @Test func homeAndEnd() {
        expect("abc", [.control("a")], leaves: "|", "abc")
        expect("abc", [.home, .control("e")], leaves: "abc|", "")
    }

    @Test func wordMoves() {
        expect("one two  three", [.wordLeft], leaves: "one two  |", "three")
        expect("one two  three", [.wordLeft, .wordLeft], leaves: "one |", "two  three")
        expect("one two", [.home, .wordRight], leaves: "one|", " two")
        expect("one two ", [.home, .alt("f"), .alt("f"), .alt("f")], leaves: "one two |", "")
        expect("日本 語", [.alt("b")], leaves: "日本 |", "語")
    }

    @Test func killsCutAndYankPutsBack() {
        expect("one two", [.control("w")], leaves: "one |", "")
        expect("one two", [.alt("\u{7F}")], leaves: "one |", "")
        expect("one two", [.control("u")], leaves: "|", "")
        expect("one two", [.wordLeft, .control("k")], leaves: "one |", "")
        expect("one two", [.home, .alt("d")], leaves: "|", " two")
        expect("one two", [.control("w"), .home, .control("y")], leaves: "two|", "one ")
        expect("one two", [.wordLeft, .control("k"), .control("y"), .control("y")], leaves: "one twotwo|", "")
    }

    @Test func aKillOfNothingKeepsWhatWasKilled() {
        var editor = editor("one", [.control("u")])
        #expect(editor.apply(.control("k")) == .none)
        #expect(editor.apply(.control("y")) == .redraw)
        #expect(editor.text == "one")
    }

    @Test func controlDEndsInputOnAnEmptyLineOnly() {
        var editor = LineEditor()
        #expect(editor.apply(.control("d")) == .endOfInput)
        expect("ab", [.home, .control("d")], leaves: "|", "b")
        editor = self.editor("ab")
        #expect(editor.apply(.control("d")) == .none)
    }

    @Test func controlCInterruptsAndKeepsTheLine() {
        var editor = editor("ab")
        #expect(editor.apply(.control("c")) == .interrupt)
        #expect(editor.text == "ab")
        editor.clear()
        #expect(editor.isEmpty)
    }

    @Test func controlLAsksForAClearScreen() {
        var editor = editor("ab")
        #expect(editor.apply(.control("l")) == .clearScreen)
    }

    @Test(arguments: [.tab, .backTab, .escape, .pageUp, .pageDown, .control("z"), .alt("q"), .control("y")] as [Key])
    func otherKeysAreNothing(key: Key) {
        var editor = editor("ab")
        #expect(editor.apply(key) == .none)
        #expect(editor.text == "ab")
    }

    @Test func aPasteWithNewlinesSubmitsNothing() {
        var editor = editor("x: ")
        #expect(editor.apply(.paste("one\ntwo\n")) == .redraw)
        #expect(editor.text == "x: one\ntwo")
        #expect(editor.apply(.enter) == .submit("x: one\ntwo"))
    }

    @Test func altEnterBreaksTheLine() {
        expect("a", [.alt("\r"), .text("b")], leaves: "a\nb|", "")
    }

    @Test func aLineAtTheLimitIsTakenAndOnePastItIsNot() {
        var editor = LineEditor(lineBytesMax: 4)
        #expect(editor.apply(.paste("abc")) == .redraw)
        #expect(editor.apply(.text("é")) == .lineFull)
        #expect(editor.apply(.text("d")) == .redraw)
        #expect(editor.apply(.text("e")) == .lineFull)
        #expect(editor.text == "abcd")
    }

    @Test func aPasteThatDoesNotFitIsNotInsertedInPart() {
        var editor = LineEditor(lineBytesMax: 4)
        #expect(editor.apply(.paste("abcde")) == .lineFull)
        #expect(editor.apply(.pasteTooLong) == .lineFull)
        #expect(editor.isEmpty)
    }

    @Test func randomKeysKeepTheLimitAndTheText() {
        var random = SeededRandom.announced()
        let keys: [Key] =
            ["a", " ", "é", "日", "\u{301}", "\u{200D}", "👩", "\u{1F1E9}", "\u{1F1EA}", "\u{1B}", "\u{93F}"].map(
                Key.text)
            + [
                .left, .right, .home, .end, .wordLeft, .wordRight, .up, .down, .backspace, .delete, .enter, .alt("d"),
                .alt("\r"),
            ]
            + ["w", "u", "k", "y", "d", "c"].map(Key.control) + [.paste("one\ntwo")]
        let moves: Set<Key> = [.left, .right, .home, .end, .wordLeft, .wordRight]
        for _ in 0..<300 {
            var editor = LineEditor(lineBytesMax: 60, historyLinesMax: 5)
            for _ in 0..<200 {
                let key = keys.randomElement(using: &random) ?? .left
                let before = editor.text
                _ = editor.apply(key)
                #expect(editor.text.utf8.count <= 60)
                if moves.contains(key) { #expect(Array(editor.text.utf8) == Array(before.utf8)) }
            }
        }
    }

    private func editor(_ text: String, _ keys: [Key] = []) -> LineEditor {
        var editor = LineEditor()
        for key in text.unicodeScalars.map(Key.text) + keys { _ = editor.apply(key) }
        return editor
    }

    private func expect(_ text: String, _ keys: [Key], leaves before: String, _ after: String) {
        let editor = editor(text, keys)
        #expect(editor.textBeforeCursor + "|" == before)
        #expect(editor.textAfterCursor == after)
    }
}
