import Terminal

/// The console that fits what the program was started on.
enum TalkConsole {
    static func make(
        _ options: GlobalOptions, plain: Bool, onBrokenOutput: @escaping @Sendable () -> Void
    ) throws(Failure) -> any Console {
        let colour = options.hasColour(on: .output)
        if options.isInteractive, !plain {
            return try PromptConsole(prompt: "> ", colour: colour, lineBytesMax: TalkLimits.textBytesMax)
        }
        return PlainConsole(
            json: options.json, quiet: options.quiet, colour: colour, lineBytesMax: TalkLimits.textBytesMax,
            onBrokenOutput: onBrokenOutput)
    }
}
