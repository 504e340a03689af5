import FuzzSupport
import Terminal

enum KeysFuzz {
    private static let lineBytesMax = 64

    /// However the bytes are cut into reads, the keys are the same.
    static func parse(_ bytes: [UInt8], cutBy cuts: Cuts) -> [Key] {
        var (atOnce, piecewise) = (KeyParser(), KeyParser())
        let keys = atOnce.take(bytes)
        expect(cuts.pieces(of: bytes).flatMap { piecewise.take($0) } == keys, "cut otherwise, the keys are others")
        expect(atOnce.hasPendingEscape == piecewise.hasPendingEscape, "cut otherwise, another state")
        expect(keys.count <= bytes.count * 2, "\(keys.count) keys of \(bytes.count) bytes")
        for case .paste(let text) in keys { expect(!text.unicodeScalars.contains("\r"), "a paste holds a CR") }
        return keys + (atOnce.flushPendingEscape().map { [$0] } ?? [])
    }

    /// Whatever was typed, after the timer a key is a key again, or at least part of a paste that can be ended.
    static func interrupt(_ bytes: [UInt8]) {
        var parser = KeyParser()
        _ = parser.take(bytes)
        _ = parser.flushPendingEscape()
        expect(!parser.hasPendingEscape, "an escape is still pending")
        let keys = parser.take([UInt8(ascii: "a")])
        guard keys.isEmpty else { return expect(keys.last == .text("a"), "\(keys)") }
        switch parser.take("\u{1B}[201~".utf8).last {
        case .paste(let text): expect(text.unicodeScalars.last == "a", "a paste ends in \(text.debugDescription)")
        case .pasteTooLong: break
        case let other: fatalError("found: \(String(describing: other)) ends a paste")
        }
    }

    static func type(_ keys: [Key], width: Int) {
        var editor = LineEditor(lineBytesMax: lineBytesMax, historyLinesMax: 4)
        var screen = PromptScreen(prompt: StyledText("> "), width: width, colour: false)
        for key in keys {
            let before = editor.text
            let action = editor.apply(key)
            expect(editor.text.utf8.count <= lineBytesMax, "\(editor.text.utf8.count) bytes typed")
            expect(
                (editor.textBeforeCursor + editor.textAfterCursor).utf8.elementsEqual(editor.text.utf8),
                "the cursor isn't in the line")
            if action == .none || action == .lineFull {
                expect(editor.text.utf8.elementsEqual(before.utf8), "\(key) did \(action) and changed the line")
            }
            if case .submit(let text) = action {
                expect(text.utf8.elementsEqual(before.utf8) && editor.isEmpty, "another line was submitted")
            }
            checkDrawn(screen.render(editor))
        }
    }

    /// Nothing that was typed reaches the terminal as a command: what it sees are the screen's own.
    private static func checkDrawn(_ output: String) {
        var rest = output.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}" else {
                expect(scalar == "\r" || scalar.properties.generalCategory != .control, "\(output.debugDescription)")
                continue
            }
            expect(rest.popFirst() == "[", "\(output.debugDescription)")
            rest = rest.drop { ("0"..."9").contains($0) || $0 == ";" || $0 == "?" }
            expect(
                rest.popFirst().map { "KJHGCDABmhl".unicodeScalars.contains($0) } == true, "\(output.debugDescription)")
        }
    }
}
