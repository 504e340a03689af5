import Dispatch
import Synchronization
import Terminal

/// Line by line, for pipes, screen readers and dumb terminals; with `json`, objects on standard output and nothing
/// else there.
final class PlainConsole: Console {
    private let json: Bool
    private let quiet: Bool
    private let colour: Bool
    private let lineBytesMax: Int
    private let output = ConsoleQueue(label: "sotto.output")
    private let input = DispatchQueue(label: "sotto.input")
    private let onBrokenOutput: @Sendable () -> Void
    private let isBroken = Atomic<Bool>(false)

    /// `onBrokenOutput`: nobody reads standard output any more.
    init(
        json: Bool, quiet: Bool, colour: Bool, lineBytesMax: Int, onBrokenOutput: @escaping @Sendable () -> Void
    ) {
        self.json = json
        self.quiet = quiet
        self.colour = colour
        self.lineBytesMax = lineBytesMax
        self.onBrokenOutput = onBrokenOutput
    }

    func start(onInput: @escaping @Sendable (ConsoleInput) -> Void) throws(Failure) {
        let lineBytesMax = lineBytesMax
        input.async {
            var splitter = LineSplitter(lineBytesMax: lineBytesMax)
            while let bytes = try? DescriptorNumber.input.read(atMost: 65_536), !bytes.isEmpty {
                for input in splitter.take(bytes) { onInput(input) }
            }
            if let rest = splitter.takeRest() { onInput(rest) }
            onInput(.end)
        }
    }

    func show(_ line: ConsoleLine, shown: @escaping @Sendable () -> Void) {
        output.add { [self] in
            let lines = json ? line.object.map { [$0.line] } ?? [] : rendered(line, on: .output)
            // An acknowledgement speaks for all before it too: behind a gap there is none.
            if lines.allSatisfy({ write($0, to: .output) }), !isBroken.load(ordering: .relaxed) { shown() }
        }
    }

    func tell(_ line: ConsoleLine) {
        output.addOptional { [self] in
            if json, let object = line.object { write(object.line, to: .output) }
            guard !quiet, !json || line.object == nil else { return }
            for text in rendered(line, on: .error) { write(text, to: .error) }
        }
    }

    func finish(hurried: Bool) { output.finish(hurried: hurried) {} }

    /// For a terminal in rows that fit it; for a pipe as they are.
    private func rendered(_ line: ConsoleLine, on descriptor: DescriptorNumber) -> [String] {
        let width = TerminalSize(of: descriptor)?.columns
        let rows = width.map { width in line.text.flatMap { $0.wrapped(width: width, indent: "  ") } }
        return (rows ?? line.text).map { $0.rendered(colour: colour) }
    }

    /// `false` if it didn't get out whole.
    @discardableResult
    private func write(_ text: String, to descriptor: DescriptorNumber) -> Bool {
        do throws(ErrorNumber) {
            try descriptor.write(all: Array((text + "\n").utf8).span)
            return true
        } catch {
            guard descriptor == .output else { return false }
            isBroken.store(true, ordering: .relaxed)
            onBrokenOutput()
            return false
        }
    }
}
