/// Keeps what arrives from garbling what is being typed: lines scroll up above, the prompt stays in the last row.
///
/// Pure: every verb returns what to write, in one piece, to a terminal in raw mode. It holds as long as nobody else
/// writes there, since it knows one thing only: that the cursor is in the prompt's row, or at the start of an empty one.
///
/// Lines are never redrawn and nothing that has scrolled away is touched, so the terminal's own scrolling, searching and
/// copying work on all of the chat.
package struct PromptScreen: Sendable {
    /// Drawn before the typed line, cut where it would leave no room for typing. Shown from the next verb on.
    package var prompt: StyledText
    /// Cells of the terminal.
    package private(set) var width: Int
    private let colour: Bool
    private var isShown = false

    /// - Parameters:
    ///   - width: cells of the terminal; 0, as a terminal says that doesn't know, is taken for 80.
    ///   - colour: false under `NO_COLOR`.
    package init(prompt: StyledText, width: Int, colour: Bool) {
        self.prompt = prompt
        self.width = Self.usable(width)
        self.colour = colour
    }

    /// Draws the prompt and the typed line in exactly one row, scrolled sideways where the line is longer.
    package mutating func render(_ editor: LineEditor) -> String {
        isShown = true
        return ScreenCode.lineStart + ScreenCode.eraseToLineEnd + row(editor)
    }

    /// Writes lines above the prompt; what doesn't fit a row goes on set in. While the prompt is cleared, it stays so.
    package mutating func print(_ lines: [StyledText], editor: LineEditor) -> String {
        let rows = lines.flatMap { $0.wrapped(width: width, indent: Self.indent) }
        let written = rows.map { $0.rendered(colour: colour) + ScreenCode.nextLine }.joined()
        return ScreenCode.lineStart + ScreenCode.eraseToLineEnd + written + (isShown ? row(editor) : "")
    }

    /// Takes the prompt away until the next `render`: before leaving, or before another program has the terminal.
    package mutating func clear() -> String {
        isShown = false
        return ScreenCode.lineStart + ScreenCode.eraseToLineEnd
    }

    /// The terminal has another width now.
    ///
    /// A terminal that rewraps its rows may have made two of the prompt's; what stands below the cursor is erased, a
    /// piece above it may stay. Going up to erase it would destroy chat in a terminal that doesn't rewrap.
    package mutating func resize(width: Int, editor: LineEditor) -> String {
        self.width = Self.usable(width)
        return isShown ? ScreenCode.lineStart + ScreenCode.eraseBelow + row(editor) : ""
    }

    /// Ctrl-L: an empty screen with the prompt in its first row. What has scrolled away stays.
    package mutating func clearScreen(editor: LineEditor) -> String {
        ScreenCode.topLeft + ScreenCode.eraseBelow + (isShown ? row(editor) : "")
    }

    private func row(_ editor: LineEditor) -> String {
        PromptRow.drawn(prompt: prompt, editor: editor, width: width, colour: colour)
    }

    private static let indent: DisplayText = "  "

    private static func usable(_ width: Int) -> Int {
        width < 1 ? TerminalLimits.unknownScreenCells : min(width, TerminalLimits.screenCellsMax)
    }
}
