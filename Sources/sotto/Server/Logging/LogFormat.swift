import Logging

/// How a log line is written: `time=… level=info message="…" key=value`, or one JSON object.
enum LogFormat: Sendable {
    case plain
    case json

    func line(
        at time: UTCTime, _ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata
    ) -> String {
        var object = JSONObject([
            "time": .string(time.description), "level": .string(level.rawValue), "message": .string(message),
        ])
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            object.add(Self.own.contains(key) ? key + "_" : key, .string(Self.shortened("\(value)")))
        }
        return switch self {
        case .plain: object.logLine
        case .json: object.line
        }
    }

    private static let own: Set<String> = ["time", "level", "message"]

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > ServerLimits.loggedScalarsMax else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(ServerLimits.loggedScalarsMax))) + "…"
    }
}
