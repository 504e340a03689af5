/// A moment as logs write it: `2026-03-09T08:05:07.042Z`.
struct UTCTime: Hashable, Sendable, CustomStringConvertible {
    let millisecondsSince1970: Int

    static var now: UTCTime { UTCTime(millisecondsSince1970: SystemClock.millisecondsSince1970) }

    var description: String {
        let (seconds, milliseconds) = Self.divide(millisecondsSince1970, by: 1_000)
        let (days, secondOfDay) = Self.divide(seconds, by: 86_400)
        let date = Self.date(daysSince1970: days)
        let (hour, minute, second) = (secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60)
        return "\(pad(date.year, 4))-\(pad(date.month))-\(pad(date.day))"
            + "T\(pad(hour)):\(pad(minute)):\(pad(second)).\(pad(milliseconds, 3))Z"
    }

    /// The Gregorian calendar in its cycle of 400 years, each year begun in March: then the day that leap years add is
    /// its last.
    private static func date(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let (cycle, dayOfCycle) = divide(daysSince1970 + 719_468, by: 146_097)
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }

    /// Towards the past, also before 1970.
    private static func divide(_ number: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }

    private func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
