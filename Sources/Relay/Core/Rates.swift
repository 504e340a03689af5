/// How often each ``Rated`` has been done of late. Bounded: beyond ``RelayLimits/ratedMax`` of them, that which was done
/// the longest ago is forgotten, so whoever wants to be forgotten early has to do more than what he is kept from.
package struct Rates: Sendable {
    private var times = LeastRecentlyUsed<Rated, [RelayTime]>()
    /// What a group of requests has counted so far: it doesn't count if the group comes to nothing.
    private var uncommitted: [Rated] = []
    private let ratedMax: Int

    package init(ratedMax: Int = RelayLimits.ratedMax) { self.ratedMax = ratedMax }

    package var count: Int { times.count }

    /// Nothing if it may be done now; else the seconds after which it may.
    package mutating func wait(_ rated: Rated, at now: RelayTime) -> UInt64? {
        guard let times = times.value(rated) else { return nil }
        let recent = times.recent(within: rated.windowSeconds, of: now)
        guard recent.count >= rated.countMax, let first = recent.first else { return nil }
        return max(1, rated.windowSeconds - min(now.passed(since: first), rated.windowSeconds))
    }

    /// Counts it.
    package mutating func note(_ rated: Rated, at now: RelayTime) {
        var counted = (times.take(rated) ?? []).recent(within: rated.windowSeconds, of: now)
        counted.append(now)
        times.put(Array(counted), rated)
        uncommitted.append(rated)
        while times.count > ratedMax, times.removeOldest() != nil {}
    }

    package mutating func committed() { uncommitted.removeAll(keepingCapacity: true) }

    package mutating func forget() {
        while let rated = uncommitted.popLast() {
            guard var counted = times.take(rated) else { continue }
            _ = counted.popLast()
            if !counted.isEmpty { times.put(counted, rated) }
        }
    }
}

extension [RelayTime] {
    fileprivate func recent(within seconds: UInt64, of now: RelayTime) -> ArraySlice<RelayTime> {
        drop { now.passed(since: $0) >= seconds }
    }
}

extension RelayTime {
    /// Zero, where it would be before the beginning.
    fileprivate func passed(since earlier: RelayTime) -> UInt64 { before(earlier.seconds).seconds }
}
