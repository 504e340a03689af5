/// Turns the machine's clocks into ``RelayTime``, as that promises it. It looks at no clock itself.
package struct RelayClock: Hashable, Sendable {
    /// What may pass between two runs, in seconds.
    package static let stoppedSecondsMax: UInt64 = 86_400

    private let beganAt: UInt64
    private let monotonicBegan: UInt64
    private var latest: UInt64

    /// Goes on from where the last run stored it, or begins at zero.
    ///
    /// - Parameter monotonicSeconds: from a clock that nobody sets, whatever its zero.
    package init(
        stored: (time: RelayTime, wallClockSeconds: Int64)?, monotonicSeconds: UInt64, wallClockSeconds: Int64
    ) {
        let stopped = stored.map { Self.seconds(from: $0.wallClockSeconds, to: wallClockSeconds) } ?? 0
        beganAt = Self.sum(stored?.time.seconds ?? 0, min(stopped, Self.stoppedSecondsMax))
        monotonicBegan = monotonicSeconds
        latest = beganAt
    }

    /// Never earlier than one that it has given before.
    package mutating func moment(monotonicSeconds: UInt64, wallClockSeconds: Int64) -> Moment {
        let passed = monotonicSeconds > monotonicBegan ? monotonicSeconds - monotonicBegan : 0
        latest = max(latest, Self.sum(beganAt, passed))
        return Moment(time: RelayTime(seconds: latest), wallClockSeconds: wallClockSeconds)
    }

    /// Zero, if the clock has been put back.
    private static func seconds(from earlier: Int64, to later: Int64) -> UInt64 {
        later > earlier ? later.magnitudeOfDistance(from: earlier) : 0
    }

    /// Stands still at the end of all numbers.
    private static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? UInt64.max : sum
    }
}

extension Int64 {
    /// For `earlier` not later than this.
    fileprivate func magnitudeOfDistance(from earlier: Int64) -> UInt64 {
        UInt64(bitPattern: self &- earlier)
    }
}
