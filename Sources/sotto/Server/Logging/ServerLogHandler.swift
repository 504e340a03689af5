import Logging

/// The relay's log. Its lines hold no content, no name, and of a key the first digits of its fingerprint at most:
/// whoever logs sees to that (``Identity/Fingerprint/logged``).
struct ServerLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let output: LogOutput

    init(output: LogOutput, logLevel: Logger.Level) {
        self.output = output
        self.logLevel = logLevel
    }

    static func logger(to output: LogOutput, _ level: Logger.Level) -> Logger {
        Logger(label: "sotto") { _ in ServerLogHandler(output: output, logLevel: level) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        output.take(output.format.line(at: .now, event.level, "\(event.message)", all))
    }
}
