/// A moment as a person writes it: `2h` or `3d` ago, or ISO 8601: `2026-11-24`, `2026-11-24T18:30`, with seconds and with
/// `Z` or an offset such as `+01:00`; without one it is UTC.
struct SinceTime: Hashable, Sendable {
    /// Since 1970.
    let seconds: Int

    static let words = "a time such as 2026-11-24T18:30Z, or how long ago, such as 2h or 3d"

    init?(_ text: String, now: Int = SystemClock.millisecondsSince1970 / 1_000) {
        if let span = TimeSpan(text) {
            seconds = now - span.seconds
        } else if let moment = Self.moment(text) {
            seconds = moment
        } else {
            return nil
        }
    }

    private static func moment(_ text: String) -> Int? {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = halves.first.flatMap(day) else { return nil }
        guard halves.count == 2 else { return day }
        let (clock, offset) = zone(halves[1])
        guard let offset, let time = time(clock) else { return nil }
        return day + time - offset
    }

    private static func day(_ text: Substring) -> Int? {
        guard let parts = numbers(text, "-", [4, 2, 2]) else { return nil }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        guard (1...12).contains(month), day >= 1 else { return nil }
        let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        let before = (1970..<max(1970, year)).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
        guard year >= 1970 else { return nil }
        return (before + lengths[..<(month - 1)].reduce(0, +) + day - 1) * 86_400
    }

    private static func time(_ text: Substring) -> Int? {
        guard let parts = numbers(text, ":", [2, 2, 2]) ?? numbers(text, ":", [2, 2]) else { return nil }
        guard parts[0] < 24, parts[1] < 60, parts.count < 3 || parts[2] < 60 else { return nil }
        return parts[0] * 3_600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    }

    /// The clock's part, and the seconds that it is ahead of UTC; nothing for what is no offset.
    private static func zone(_ text: Substring) -> (Substring, Int?) {
        if text.hasSuffix("Z") { return (text.dropLast(), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, 0) }
        let offset = numbers(text[text.index(after: sign)...], ":", [2, 2]).flatMap { parts in
            parts[0] < 24 && parts[1] < 60 ? parts[0] * 3_600 + parts[1] * 60 : nil
        }
        return (text[..<sign], offset.map { text[sign] == "-" ? -$0 : $0 })
    }

    private static func numbers(_ text: Substring, _ separator: Character, _ lengths: [Int]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == lengths else { return nil }
        let numbers = parts.compactMap { Int(digits: $0) }
        return numbers.count == parts.count ? numbers : nil
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    }
}

extension SinceTime {
    /// A moment as a person gave it.
    init(given text: String) throws(Failure) {
        guard let moment = SinceTime(text) else {
            throw Failure(.wrongUsage, "That isn't a moment.", mend: "It is \(Self.words).")
        }
        self = moment
    }
}
