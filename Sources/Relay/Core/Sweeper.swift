/// Decides which slice of sweeping is next, and touches nothing itself. A slice is small: between two of them goes what
/// people say.
///
/// What is too old is looked for once in ``RelayLimits/sweepPeriodSeconds``, one kind after the other, each slice by
/// slice until nothing is left. Near the disk cap the oldest of everything goes: as many bytes as are too many when it
/// begins, and then it waits and measures again. Only what is stored decides that, for nothing else grows less by it.
package struct Sweeper: Sendable {
    /// What the committer's thread does next, in a transaction of its own.
    package enum Step: Hashable, Sendable {
        case sweep(Sweep, rowsMax: Int, bytesMax: Int)
        /// ``RelayTransaction/setTime(_:wallClockSeconds:)``.
        case storeTime
    }

    private let limits: RelayLimits
    private var nextPass: RelayTime?
    private var isTimeDue = false
    /// What is left of the pass that is going on.
    private var waiting: [Sweep] = []
    /// Bytes that must still go from the disk.
    private var bytesToFree = 0
    /// When the disk is measured again.
    private var measuresAt: RelayTime?
    private var pausedUntil: RelayTime?
    /// How often in a row the first of ``waiting`` couldn't be done.
    private var failureCount = 0
    /// Crowded rooms and what is too old take turns.
    private var isCrowdsTurn = true

    package init(limits: RelayLimits) { self.limits = limits }

    /// Nothing if there is nothing to do for now.
    ///
    /// - Parameters:
    ///   - storedBytes: ``DiskUse/stored``.
    ///   - wantedBytes: what had no room since: it is made, as if that were there already.
    ///   - crowded: a room that stores more than it may, and by how many bytes.
    package mutating func next(
        at now: RelayTime, storedBytes: Int, wantedBytes: Int = 0, crowded: (log: LogRow, excessBytes: Int)?
    ) -> Step? {
        if let pausedUntil, now < pausedUntil { return nil }
        beginPass(at: now)
        if isTimeDue { return .storeTime }
        measure(storedBytes.addingClamped(wantedBytes), at: now)
        if bytesToFree > 0 { return slice(.oldest, bytesToFree) }
        if let crowded, isCrowdsTurn || waiting.isEmpty { return slice(.room(crowded.log), crowded.excessBytes) }
        return waiting.first.map { slice($0, RelayLimits.sweepBytesMax) }
    }

    /// The step is durable.
    package mutating func took(_ step: Step, _ result: SweepResult = SweepResult(), at now: RelayTime) {
        switch step {
        case .storeTime: isTimeDue = false
        case .sweep(.oldest, _, _):
            bytesToFree = result.rows == 0 ? 0 : max(0, bytesToFree - result.bytes)
            if bytesToFree == 0 { measuresAt = now.after(RelayLimits.sweepPauseSeconds) }
        case .sweep(.room, _, _): isCrowdsTurn = false
        case .sweep(let sweep, _, _):
            isCrowdsTurn = true
            failureCount = 0
            guard !result.isUnfinished, waiting.first == sweep else { return }
            waiting.removeFirst()
        }
    }

    /// The storage didn't do it. What again and again can't be done doesn't stop what comes after it: the next pass tries
    /// it anew.
    package mutating func failed(_ step: Step, at now: RelayTime) {
        pausedUntil = now.after(RelayLimits.sweepPauseSeconds)
        isCrowdsTurn = true
        guard case .sweep(let sweep, _, _) = step, waiting.first == sweep else { return }
        failureCount += 1
        guard failureCount >= RelayLimits.sweepFailuresMax else { return }
        failureCount = 0
        waiting.removeFirst()
    }

    private mutating func measure(_ storedBytes: Int, at now: RelayTime) {
        if let measuresAt, now < measuresAt { return }
        guard bytesToFree == 0, storedBytes >= limits.diskBytes(percent: RelayLimits.diskHighPercent) else { return }
        bytesToFree = max(1, storedBytes - limits.diskBytes(percent: RelayLimits.diskLowPercent))
    }

    private mutating func beginPass(at now: RelayTime) {
        if let nextPass, now < nextPass { return }
        nextPass = now.after(RelayLimits.sweepPeriodSeconds)
        isTimeDue = true
        // A pass that isn't at its end goes on, with what has grown too old since.
        guard waiting.isEmpty else { return }
        waiting = limits.sweeps(at: now)
    }

    private func slice(_ sweep: Sweep, _ byteCount: Int) -> Step {
        .sweep(sweep, rowsMax: RelayLimits.sweepRowsMax, bytesMax: min(byteCount, RelayLimits.sweepBytesMax))
    }
}

extension RelayLimits {
    fileprivate func diskBytes(percent: Int) -> Int {
        diskBytesMax / 100 * percent + diskBytesMax % 100 * percent / 100
    }

    /// Everything that is too old now.
    fileprivate func sweeps(at now: RelayTime) -> [Sweep] {
        let (lasting, overflow) = retentionSeconds.multipliedReportingOverflow(by: Self.commitRetentionFactor)
        let (hashes, hashOverflow) = retentionSeconds.addingReportingOverflow(Self.hashSecondsMin)
        return [
            .messages(storedBefore: now.before(retentionSeconds)),
            .commits(storedBefore: now.before(overflow ? .max : lasting)),
            .items(storedBefore: now.before(retentionSeconds)),
            .hashes(storedBefore: now.before(hashOverflow ? .max : hashes)),
            .blobs(replacedBefore: now.before(retentionSeconds)),
            .names(releasedBefore: now.before(Self.nameReservedSeconds)),
        ]
    }
}

extension RelayTime {
    /// Stands still at the end of all numbers.
    fileprivate func after(_ seconds: UInt64) -> RelayTime {
        let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
        return RelayTime(seconds: overflow ? .max : sum)
    }
}
