/// Prometheus' text format, version 0.0.4.
enum MetricsText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    static func render(_ metrics: [Metric]) -> String {
        metrics.map { metric in
            let head = "# HELP \(metric.name) \(escaped(metric.help))\n# TYPE \(metric.name) \(metric.kind.rawValue)\n"
            return metric.samples.reduce(into: head) { $0 += line(metric.name, $1) }
        }.joined()
    }

    private static func line(_ name: String, _ sample: Metric.Sample) -> String {
        let labels = sample.labels.map { "\($0.name)=\"\(escaped($0.value).replacing("\"", with: "\\\""))\"" }
        let braced = labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}"
        return "\(name)\(braced) \(number(sample.value))\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    /// Whole numbers without a fraction, which read better and mean the same.
    private static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        if value.isNaN { return "NaN" }
        return value.isInfinite ? value > 0 ? "+Inf" : "-Inf" : "\(value)"
    }
}
