import Dispatch
import Terminal

/// Line by line, for pipes, screen readers and dumb terminals; with `json`, objects on standard output and nothing
/// else there.
final class PlainConsole: Console {
    private let json: Bool
    private let quiet: Bool
    private let colour: Bool
    private let lineBytesMax: Int
    private let output = DispatchQueue(label: "sotto.output")
    private let input = DispatchQueue(label: "sotto.input")
    private let onBrokenOutput: @Sendable () -> Void

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
        output.async { [self] in
            if json {
                if let object = line.object { write(object.line + "\n", to: .output) }
            } else {
                for text in line.text { write(text.rendered(colour: colour) + "\n", to: .output) }
            }
            shown()
        }
    }

    func tell(_ line: ConsoleLine) {
        output.async { [self] in
            if json, let object = line.object { write(object.line + "\n", to: .output) }
            guard !quiet, !json || line.object == nil else { return }
            for text in line.text { write(text.rendered(colour: colour) + "\n", to: .error) }
        }
    }

    func finish() { output.sync {} }

    private func write(_ text: String, to descriptor: DescriptorNumber) {
        do throws(ErrorNumber) {
            try descriptor.write(all: Array(text.utf8).span)
        } catch {
            if descriptor == .output { onBrokenOutput() }
        }
    }
}
