/// How much somebody may do: so much a second on average, and a burst at once. Knows time only as it is told.
package struct TokenBucket: Sendable, Equatable {
    private static let nanosecondsASecond: UInt64 = 1_000_000_000

    private let nanosecondsPerToken: UInt64
    private let burstNanoseconds: UInt64
    /// When it would be full, were nothing more taken. Time is what is counted, so nothing is ever added up.
    private var fullAt: UInt64 = 0

    /// - Parameter burst: tokens at once.
    package init(perSecond: Int, burst: Int) {
        nanosecondsPerToken = Self.nanosecondsASecond / UInt64(max(1, perSecond))
        let (burst, overflow) = nanosecondsPerToken.multipliedReportingOverflow(by: UInt64(max(1, burst)))
        burstNanoseconds = overflow ? UInt64.max / 2 : burst
    }

    /// - Parameter now: nanoseconds of a clock that nobody sets.
    /// - Returns: nothing if one was taken; else the seconds after which there is one.
    package mutating func take(at now: UInt64) -> UInt64? {
        let (after, overflow) = max(fullAt, now).addingReportingOverflow(nanosecondsPerToken)
        guard !overflow else { return 1 }
        let missing = after - now
        guard missing > burstNanoseconds else {
            fullAt = after
            return nil
        }
        let (seconds, rest) = (missing - burstNanoseconds).quotientAndRemainder(dividingBy: Self.nanosecondsASecond)
        return rest == 0 ? max(1, seconds) : seconds + 1
    }

    package func isFull(at now: UInt64) -> Bool { fullAt <= now }
}
