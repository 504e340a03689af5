import Terminal

/// Where a command's results go: standard output, or the screen of the client that it was typed at.
protocol CommandOutput: Sendable {
    /// Whether programs read it.
    var json: Bool { get }

    /// A result, for people or for programs.
    func show(_ line: ConsoleLine)

    /// Words about what is done.
    func tell(_ sentence: String)
}

extension CommandOutput {
    /// A result that is copied whole, such as a link.
    func show(whole text: String, _ object: @autoclosure () -> JSONObject) {
        show(
            json
                ? ConsoleLine([], object: object())
                : ConsoleLine(StyledText(whole: DisplayText(text, maxScalars: ConsoleLimits.resultScalarsMax))))
    }

    /// - Parameter text: as it was written; it is made safe for a screen here.
    func show(_ text: String, _ object: @autoclosure () -> JSONObject) {
        show(
            json
                ? ConsoleLine([], object: object())
                : ConsoleLine(StyledText(DisplayText(text, maxScalars: ConsoleLimits.resultScalarsMax))))
    }
}
