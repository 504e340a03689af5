import Terminal
import Testing

struct LineEditorHistoryTests {
    @Test func upWalksBackAndDownReturnsToTheDraft() {
        var editor = editor(after: ["one", "two"])
        type("dra", into: &editor)
        #expect(walk(.up, &editor) == "two")
        #expect(walk(.up, &editor) == "one")
        #expect(editor.apply(.up) == .none)
        #expect(walk(.down, &editor) == "two")
        #expect(walk(.down, &editor) == "dra")
        #expect(editor.apply(.down) == .none)
    }

    @Test func controlPAndNWalkToo() {
        var editor = editor(after: ["one"])
        #expect(walk(.control("p"), &editor) == "one")
        #expect(walk(.control("n"), &editor) == "")
    }

    @Test func aRecalledLineCanBeChangedAndSent() {
        var editor = editor(after: ["one", "two"])
        _ = editor.apply(.up)
        type("!", into: &editor)
        #expect(editor.apply(.enter) == .submit("two!"))
        #expect(walk(.up, &editor) == "two!")
        #expect(walk(.up, &editor) == "two")
    }

    @Test func emptyAndRepeatedLinesAreNotKept() {
        var editor = editor(after: ["one", "", "one"])
        #expect(walk(.up, &editor) == "one")
        #expect(editor.apply(.up) == .none)
    }

    @Test func theOldestLinesAreForgotten() {
        var editor = LineEditor(historyLinesMax: 2)
        for line in ["one", "two", "three"] { submit(line, in: &editor) }
        #expect(walk(.up, &editor) == "three")
        #expect(walk(.up, &editor) == "two")
        #expect(editor.apply(.up) == .none)
    }

    @Test(arguments: [0, -1])
    func aHistoryOfNothingKeepsNothing(limit: Int) {
        var editor = LineEditor(historyLinesMax: limit)
        submit("one", in: &editor)
        #expect(editor.apply(.up) == .none)
    }

    @Test func clearingTheLineEndsTheWalk() {
        var editor = editor(after: ["one", "two"])
        _ = editor.apply(.up)
        editor.clear()
        #expect(walk(.up, &editor) == "two")
    }

    private func editor(after lines: [String]) -> LineEditor {
        var editor = LineEditor()
        for line in lines { submit(line, in: &editor) }
        return editor
    }

    private func submit(_ line: String, in editor: inout LineEditor) {
        type(line, into: &editor)
        _ = editor.apply(.enter)
    }

    private func type(_ text: String, into editor: inout LineEditor) {
        for scalar in text.unicodeScalars { _ = editor.apply(.text(scalar)) }
    }

    private func walk(_ key: Key, _ editor: inout LineEditor) -> String {
        _ = editor.apply(key)
        return editor.text
    }
}
