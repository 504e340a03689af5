import Terminal

/// An editor, a screen and the terminal that they write to.
struct Stage {
    private(set) var emulator: TerminalEmulator
    private(set) var editor = LineEditor()
    private var screen: PromptScreen
    private let reckoning: TerminalEmulator.Reckoning

    init(width: Int, prompt: StyledText = "> ", reckoning: TerminalEmulator.Reckoning = .clusters) {
        emulator = TerminalEmulator(width: width, reckoning: reckoning)
        screen = PromptScreen(prompt: prompt, width: width, colour: true)
        self.reckoning = reckoning
        render()
    }

    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(.text(scalar)) }
    }

    mutating func press(_ keys: Key...) {
        for key in keys where editor.apply(key) == .redraw { render() }
    }

    mutating func arrive(_ lines: [StyledText]) {
        emulator.write(screen.print(lines, editor: editor))
    }

    mutating func render() {
        emulator.write(screen.render(editor))
    }

    mutating func clear() {
        emulator.write(screen.clear())
    }

    mutating func clearScreen() {
        emulator.write(screen.clearScreen(editor: editor))
    }

    /// A terminal that doesn't rewrap: it is as if new.
    mutating func resize(to width: Int) {
        emulator = TerminalEmulator(width: width, reckoning: reckoning)
        emulator.write(screen.resize(width: width, editor: editor))
    }
}
