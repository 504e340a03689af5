/// A length of time as a person writes it: `90s`, `15m`, `12h`, `30d`, `4w`.
struct TimeSpan: Hashable, Sendable {
    /// At least 1, and at most ``ServerLimits/retentionSecondsMax``.
    let seconds: Int

    static let week = TimeSpan(seconds: 7 * 86_400)
    static let standardRetention = TimeSpan(seconds: 30 * 86_400)
    static let words = "a number with its unit: s, m, h, d or w, at most 100 years; for example 30d"

    /// - Returns: `nil` without a unit, too: who leaves it out may mean days or seconds.
    init?(_ text: String) {
        guard let letter = text.last, let unit = Self.units.first(where: { $0.letter == letter }),
            let number = Int(digits: text.dropLast())
        else { return nil }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: unit.seconds)
        guard !overflow, (1...ServerLimits.retentionSecondsMax).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    private init(seconds: Int) { self.seconds = seconds }

    fileprivate static let units: [(letter: Character, seconds: Int)] = [
        ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
    ]
}

extension TimeSpan: CustomStringConvertible {
    /// In days rather than weeks, otherwise in the largest unit that it is a multiple of.
    var description: String {
        let unit = Self.units.dropFirst().first { seconds.isMultiple(of: $0.seconds) }
        return unit.map { "\(seconds / $0.seconds)\($0.letter)" } ?? "\(seconds)s"
    }
}
