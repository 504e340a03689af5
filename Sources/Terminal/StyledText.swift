/// One line of text in runs of a style each. Its words are `DisplayText`, so nothing else reaches the screen.
package struct StyledText: Hashable, Sendable {
    package private(set) var runs: [Run]
    /// The terminal itself breaks it where its row ends, so that it is copied in one piece. For a link or a command of the
    /// program's own, and nothing that others wrote: its second row begins where lines begin.
    package private(set) var staysWhole = false

    package init(_ text: DisplayText, _ style: TextStyle = .plain) {
        runs = [Run(text: text, style: style)]
    }

    package init(whole text: DisplayText, _ style: TextStyle = .plain) {
        self.init(text, style)
        staysWhole = true
    }

    package init(_ runs: [StyledText] = []) {
        self.runs = runs.flatMap(\.runs)
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText([left, right])
    }

    /// The words alone, safe to print.
    package var text: String { runs.map(\.text.text).joined() }

    /// What to write to the terminal; each styled run ends in plain again.
    ///
    /// - Parameter colour: false under `NO_COLOR` or where the output is no terminal: `text` alone comes out.
    package func rendered(colour: Bool) -> String {
        runs.map { $0.rendered(colour: colour) }.joined()
    }
}

extension StyledText {
    package struct Run: Hashable, Sendable {
        package let text: DisplayText
        package let style: TextStyle

        func rendered(colour: Bool) -> String {
            guard colour, let code = style.code, !text.text.isEmpty else { return text.text }
            return ScreenCode.style(code) + text.text + ScreenCode.plain
        }
    }
}

extension StyledText: ExpressibleByStringLiteral {
    package init(stringLiteral literal: String) {
        self.init(DisplayText(literal))
    }
}
