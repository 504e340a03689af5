import Chat
import Terminal

/// The console that fits what the program was started on.
enum FittingConsole {
    static func make(
        _ options: GlobalOptions, plain: Bool, onBrokenOutput: @escaping @Sendable () -> Void
    ) throws(Failure) -> any Console {
        let colour = options.hasColour(on: .output)
        if options.isInteractive, !plain {
            return try PromptConsole(prompt: "> ", colour: colour, lineBytesMax: ChatLimits.textBytes.upperBound)
        }
        return PlainConsole(
            json: options.json, quiet: options.quiet, colour: colour, lineBytesMax: ChatLimits.textBytes.upperBound,
            onBrokenOutput: onBrokenOutput)
    }
}
