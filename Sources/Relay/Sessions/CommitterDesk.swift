import Logging
import NIOCore
import RelayProtocol
import Synchronization

/// What the committer's thread works with: the core, the storage's writer, and the clock that tells the core what time
/// it is. Every verb blocks.
struct CommitterDesk: Sendable {
    private let storage: any RelayStorage
    private let wallClockSeconds: @Sendable () -> Int64
    private let counts: RelayCounts
    private let logger: Logger
    private var core: RelayCore
    private var sweeper: Sweeper
    private var clock: RelayClock
    private var disk: DiskRoom

    init(
        _ storage: any RelayStorage, core: RelayCore, limits: RelayLimits, counts: RelayCounts, logger: Logger,
        wallClockSeconds: @escaping @Sendable () -> Int64
    ) throws(StorageError) {
        self.storage = storage
        self.core = core
        self.counts = counts
        self.logger = logger
        self.wallClockSeconds = wallClockSeconds
        sweeper = Sweeper(limits: limits)
        disk = DiskRoom(capBytes: limits.diskBytesMax, storage.diskUse())
        clock = RelayClock(
            stored: try storage.storedTime(), monotonicSeconds: Self.monotonicSeconds,
            wallClockSeconds: wallClockSeconds())
    }

    /// Commits a group: when this returns, what the outcomes promise is on disk.
    ///
    /// - Returns: for each submission what became of its requests.
    mutating func commit(_ group: [Submission]) -> [[CoreOutcome]] {
        let began = NIODeadline.now()
        defer {
            counts.groups.add()
            counts.groupRequests.add(group.reduce(0) { $0 + $1.items.count })
            counts.commitNanoseconds.add(Int((NIODeadline.now() - began).nanoseconds))
            counts.cachedRooms.store(core.cachedRoomCount, ordering: .relaxed)
        }
        let moment = moment()
        var failure: StorageError
        do throws(StorageError) { return try run(group, at: moment) } catch { failure = error }
        if failure == .conflict {
            do throws(StorageError) { return try run(group, at: moment) } catch { failure = error }
        }
        counts.failedGroups.add()
        logger.error("a group couldn't be stored", metadata: ["why": "\(failure)"])
        // One request has met damage, or rows that contradict each other: the others needn't share its fate.
        if failure != .unavailable { return group.map { runOneByOne($0, at: moment) } }
        // One large append has no place: half of the others needn't share its fate.
        guard group.count > 1 else { return Self.refused(group) }
        let middle = group.count / 2
        return [group[..<middle], group[middle...]].flatMap { runOrRefuse(Array($0), at: moment) }
    }

    private mutating func runOrRefuse(_ group: [Submission], at moment: Moment) -> [[CoreOutcome]] {
        do throws(StorageError) { return try run(group, at: moment) } catch { return Self.refused(group) }
    }

    private static func refused(_ group: [Submission]) -> [[CoreOutcome]] {
        group.map { $0.items.map { _ in .refused(.storage) } }
    }

    private mutating func run(_ group: [Submission], at moment: Moment) throws(StorageError) -> [[CoreOutcome]] {
        var disk = disk
        do throws(StorageError) {
            let outcomes = try storage.write { (transaction) throws(StorageError) in
                var outcomes: [[CoreOutcome]] = []
                outcomes.reserveCapacity(group.count)
                for submission in group {
                    var part: [CoreOutcome] = []
                    part.reserveCapacity(submission.items.count)
                    for item in submission.items {
                        let byteCount = item.request.storedByteCount
                        core.isDiskFull = !disk.holds(byteCount)
                        let outcome = try core.handle(item.request, in: transaction, at: moment)
                        if core.hasChanged { disk.take(byteCount) }
                        if core.isDiskFull, outcome.isOverQuota { disk.miss(byteCount) }
                        part.append(outcome)
                    }
                    outcomes.append(part)
                }
                try core.finish(in: transaction)
                return outcomes
            }
            core.committed()
            self.disk = disk
            return outcomes
        } catch {
            core.forget()
            throw error
        }
    }

    private mutating func runOneByOne(_ submission: Submission, at moment: Moment) -> [CoreOutcome] {
        var outcomes: [CoreOutcome] = []
        for item in submission.items {
            let alone = Submission(
                [item], of: submission.account, session: submission.session, loop: submission.loop)
            do throws(StorageError) {
                outcomes += try run([alone], at: moment).joined()
            } catch {
                outcomes.append(.refused(.storage))
            }
        }
        return outcomes
    }

    /// One slice of what is due.
    ///
    /// - Returns: whether there is more to do.
    mutating func keepHouse() -> Bool {
        storage.tidy()
        let (use, now) = (storage.diskUse(), moment().time)
        counts.diskBytes.store(use.files, ordering: .relaxed)
        disk.measured(use)
        let step = sweeper.next(
            at: now, storedBytes: use.stored, wantedBytes: disk.takeMissed(), crowded: core.crowdedRoom)
        switch step {
        case nil: return false
        case .storeTime?:
            let isStored = storeTime()
            if isStored { sweeper.took(.storeTime, at: now) } else { sweeper.failed(.storeTime, at: now) }
            return isStored
        case .sweep(let sweep, let rowsMax, let bytesMax)?:
            return take(sweep, rowsMax: rowsMax, bytesMax: bytesMax, at: now)
        }
    }

    private mutating func take(_ sweep: Sweep, rowsMax: Int, bytesMax: Int, at now: RelayTime) -> Bool {
        let step = Sweeper.Step.sweep(sweep, rowsMax: rowsMax, bytesMax: bytesMax)
        do throws(StorageError) {
            let result = try storage.write { (transaction) throws(StorageError) in
                try transaction.sweep(sweep, rowsMax: rowsMax, bytesMax: bytesMax)
            }
            sweeper.took(step, result, at: now)
            core.swept(sweep, result)
            counts.sweptRows.add(result.rows)
            return true
        } catch {
            sweeper.failed(step, at: now)
            logger.error("what is too old couldn't be deleted", metadata: ["why": "\(error)"])
            return false
        }
    }

    /// - Returns: whether it is on disk.
    @discardableResult mutating func storeTime() -> Bool {
        let moment = moment()
        let stored: Void? = try? storage.write { (transaction) throws(StorageError) in
            try transaction.setTime(moment.time, wallClockSeconds: moment.wallClockSeconds)
        }
        return stored != nil
    }

    private mutating func moment() -> Moment {
        clock.moment(monotonicSeconds: Self.monotonicSeconds, wallClockSeconds: wallClockSeconds())
    }

    private static var monotonicSeconds: UInt64 { NIODeadline.now().uptimeNanoseconds / 1_000_000_000 }
}
