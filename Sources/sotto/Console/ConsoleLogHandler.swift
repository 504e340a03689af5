import Logging
import Terminal

/// Log lines on the console, where they don't disturb what is being typed. They hold no content, no name and no key.
struct ConsoleLogHandler: LogHandler {
    let console: any Console
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    init(console: any Console, logLevel: Logger.Level) {
        self.console = console
        self.logLevel = logLevel
    }

    static func logger(on console: any Console, verbose: Bool) -> Logger {
        Logger(label: "sotto") { _ in ConsoleLogHandler(console: console, logLevel: verbose ? .debug : .warning) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = metadata.merging(event.metadata ?? [:]) { _, new in new }
            .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        console.tell(ConsoleLine(StyledText(DisplayText("\(event.level): \(event.message)\(details)"), .dim)))
    }
}
