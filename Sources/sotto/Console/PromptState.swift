import Dispatch
import Terminal

/// What a ``PromptConsole`` draws and reads, and the terminal that it has taken over. Only its queue touches it.
struct PromptState: ~Copyable, @unchecked Sendable {
    private let terminal: RawTerminal
    private var screen: PromptScreen
    private var editor: LineEditor
    private var parser = KeyParser()
    private var source: (any DispatchSourceRead)?
    private var watches: [SignalWatch] = []

    init(prompt: StyledText, colour: Bool, lineBytesMax: Int) throws(ErrorNumber) {
        let restoring = ScreenCode.bracketedPasteOff + ScreenCode.eraseRow
        let raw = try RawTerminal(restoringWith: Array(restoring.utf8))
        terminal = raw
        screen = PromptScreen(prompt: prompt, width: Self.width, colour: colour)
        editor = LineEditor(lineBytesMax: lineBytesMax)
    }

    mutating func begin(reading source: any DispatchSourceRead, watching watches: [SignalWatch]) {
        self.source = source
        self.watches = watches
        write(ScreenCode.bracketedPasteOn + screen.render(editor))
        source.activate()
    }

    mutating func stopReading() {
        source?.cancel()
        source = nil
    }

    /// Takes the prompt away. The terminal is given back when the value goes.
    mutating func end() -> (any DispatchSourceRead)? {
        write(screen.clear())
        return source
    }

    /// `false` if the terminal didn't take it.
    mutating func print(_ lines: [StyledText]) -> Bool { write(screen.print(lines, editor: editor)) }

    mutating func resize() { write(screen.resize(width: Self.width, editor: editor)) }

    var hasPendingEscape: Bool { parser.hasPendingEscape }

    mutating func take(_ bytes: [UInt8]) -> [ConsoleInput] {
        parser.take(bytes).flatMap { apply($0) }
    }

    mutating func flushPendingEscape() -> [ConsoleInput] {
        parser.flushPendingEscape().map { apply($0) } ?? []
    }

    private mutating func apply(_ key: Key) -> [ConsoleInput] {
        switch editor.apply(key) {
        case .none: return []
        case .redraw: write(screen.render(editor))
        case .lineFull: write(ScreenCode.bell)
        case .clearScreen: write(screen.clearScreen(editor: editor))
        case .submit(let text):
            write(screen.render(editor))
            return [.line(text)]
        case .endOfInput: return [.end]
        case .interrupt: return [.interrupt]
        }
        return []
    }

    /// A terminal that no longer takes anything has gone; its hang-up ends the program.
    @discardableResult
    private func write(_ text: String) -> Bool {
        (try? DescriptorNumber.output.write(all: Array(text.utf8).span)) != nil
    }

    private static var width: Int { TerminalSize(of: .output)?.columns ?? 0 }
}
