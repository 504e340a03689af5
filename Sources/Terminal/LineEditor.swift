/// The line being typed: a value that takes keys and says what they mean to its owner. It draws nothing.
///
/// **One row, but maybe several lines.** A pasted newline, or one made by Alt-Enter, is part of the text and is drawn as
/// `\n`; only Enter submits. Newlines at the end of a paste are dropped: copying a whole line is no wish for an empty one.
///
/// What doesn't fit the byte limit isn't inserted, not even in part.
package struct LineEditor: Sendable {
    private var line = EditedLine()
    private var history: LineHistory
    private var killed = ""
    private let lineBytesMax: Int

    /// - Parameters:
    ///   - lineBytesMax: bytes of the line in UTF-8.
    ///   - historyLinesMax: lines that Up and Down walk through.
    package init(
        lineBytesMax: Int = TerminalLimits.lineBytesMax, historyLinesMax: Int = TerminalLimits.historyLinesMax
    ) {
        self.lineBytesMax = lineBytesMax
        history = LineHistory(linesMax: historyLinesMax)
    }

    package var text: String { line.text }
    package var textBeforeCursor: String { line.beforeCursor }
    package var textAfterCursor: String { line.afterCursor }
    package var isEmpty: Bool { line.isEmpty }

    package mutating func apply(_ key: Key) -> Action {
        switch key {
        case .text(let scalar): insert(String(Character(scalar)))
        case .paste(let text): insert(Self.withoutLastNewlines(text))
        case .pasteTooLong: .lineFull
        case .enter: submit()
        case .backspace: change { $0.deleteLeft() }
        case .delete: change { $0.deleteRight() }
        case .control(let letter): applyControl(letter)
        case .alt(let letter): applyAlt(letter)
        case .left: move(.left)
        case .right: move(.right)
        case .wordLeft: move(.wordLeft)
        case .wordRight: move(.wordRight)
        case .home: move(.toStart)
        case .end: move(.toEnd)
        case .up: recall(history.older(than: text))
        case .down: recall(history.newer())
        case .tab, .backTab, .escape, .pageUp, .pageDown: .none
        }
    }

    /// Forgets the line, not the history.
    package mutating func clear() {
        line = EditedLine()
        history.stopWalking()
    }

    private mutating func applyControl(_ letter: Unicode.Scalar) -> Action {
        switch letter {
        case "a": move(.toStart)
        case "b": move(.left)
        case "c": .interrupt
        case "d": isEmpty ? .endOfInput : apply(.delete)
        case "e": move(.toEnd)
        case "f": move(.right)
        case "k": kill(.toEnd)
        case "l": .clearScreen
        case "n": apply(.down)
        case "p": apply(.up)
        case "u": kill(.toStart)
        case "w": kill(.wordLeft)
        case "y": insert(killed)
        default: .none
        }
    }

    private mutating func applyAlt(_ letter: Unicode.Scalar) -> Action {
        switch letter {
        case "b": move(.wordLeft)
        case "d": kill(.wordRight)
        case "f": move(.wordRight)
        case "\u{7F}": kill(.wordLeft)
        case "\r": insert("\n")
        default: .none
        }
    }

    private mutating func insert(_ text: String) -> Action {
        if text.isEmpty { return .none }
        guard text.utf8.count <= lineBytesMax - line.byteCount else { return .lineFull }
        return change { $0.insert(text) }
    }

    private mutating func change(_ change: (inout EditedLine) -> Void) -> Action {
        let bytesBefore = line.byteCount
        change(&line)
        return line.byteCount == bytesBefore ? .none : .redraw
    }

    private mutating func move(_ move: EditedLine.Move) -> Action {
        line.move(move)
        return .redraw
    }

    /// Cuts up to where the move leads and keeps it for Ctrl-Y.
    private mutating func kill(_ move: EditedLine.Move) -> Action {
        let cut = line.cut(move)
        if cut.isEmpty { return .none }
        killed = cut
        return .redraw
    }

    private mutating func submit() -> Action {
        let text = line.text
        history.add(text)
        clear()
        return .submit(text)
    }

    private mutating func recall(_ text: String?) -> Action {
        guard let text else { return .none }
        line = EditedLine(text)
        return .redraw
    }

    private static func withoutLastNewlines(_ text: String) -> String {
        var text = text
        while text.last == "\n" { text.removeLast() }
        return text
    }
}

extension LineEditor {
    /// What a key asks of the editor's owner.
    package enum Action: Hashable, Sendable {
        case none
        /// The line or the cursor changed.
        case redraw
        /// Enter. The editor is empty again, and the line is in its history. It may hold newlines, and it may be empty.
        case submit(String)
        /// What was typed or pasted doesn't fit; nothing changed. Worth a bell or a word.
        case lineFull
        /// Ctrl-D on an empty line.
        case endOfInput
        /// Ctrl-C. The line is kept: the owner decides whether to `clear()` it.
        case interrupt
        /// Ctrl-L.
        case clearScreen
    }
}
