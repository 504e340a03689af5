import Terminal

/// A command's results on standard output, and its words on standard error.
struct StandardCommandOutput: CommandOutput {
    let json: Bool
    private let quiet: Bool
    private let colour: Bool

    init(_ options: GlobalOptions) {
        (json, quiet) = (options.json, options.quiet)
        colour = options.hasColour(on: .output)
    }

    func show(_ line: ConsoleLine) {
        guard json else {
            for text in line.text { StandardOutput.print(text.rendered(colour: colour)) }
            return
        }
        if let object = line.object { StandardOutput.print(object.line) }
    }

    func tell(_ sentence: String) { if !quiet { StandardError.tell(sentence) } }
}
