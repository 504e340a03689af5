import NIOCore
import NIOPosix
import RelayProtocol
import Synchronization

/// Commits what all lines ask for, in groups, on one thread: while one group's bytes go to the disk, the next gathers.
///
/// An answer leaves only after the commit that holds what it promises.
final class Committer: Sendable {
    enum Reception {
        case taken
        /// Much waits already, of all or of its account: its line should ask for nothing more before this is answered.
        case takenButBacklogged
        /// It wasn't: far too much waits, of all or of its account.
        case full
        /// The relay is stopping: nothing of it will be done.
        case stopped
    }

    private let state = Mutex(CommitterState<Submission>())
    private let desk: Mutex<CommitterDesk>
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let loops: RelayLoops
    private let interest: Interest
    private let counts: RelayCounts

    init(_ desk: CommitterDesk, loops: RelayLoops, interest: Interest, counts: RelayCounts) {
        self.desk = Mutex(desk)
        self.loops = loops
        self.interest = interest
        self.counts = counts
        thread.start()
    }

    func submit(_ submission: Submission) -> Reception {
        let (reception, mustWake) = state.withLock { state -> (Reception, Bool) in
            guard !state.isStopped else { return (.stopped, false) }
            guard !state.isFull(for: submission.account) else { return (.full, false) }
            let mustWake = state.take(submission)
            return (state.isBacklogged(for: submission.account) ? .takenButBacklogged : .taken, mustWake)
        }
        if mustWake { wake() }
        return reception
    }

    /// To be called every ``SessionLimits/housekeepingMilliseconds``. Where nothing happens, most turns do nothing.
    func tick() {
        if state.withLock({ $0.tick() }) { wake() }
    }

    /// Requests that wait.
    var queueLength: Int { state.withLock { $0.requestCount } }

    /// Returns once the thread has done something.
    func probe() async {
        await withCheckedContinuation { continuation in
            if state.withLock({ $0.probe { continuation.resume() } }) { wake() }
        }
    }

    /// Takes nothing more, and returns once everything that was taken is committed and its answers are on their way.
    func finish() async {
        await withCheckedContinuation { continuation in
            if state.withLock({ $0.stop { continuation.resume() } }) { wake() }
        }
        await withCheckedContinuation { continuation in
            thread.submit { [self] _ in
                _ = desk.withLock { $0.storeTime() }
                continuation.resume()
            }
        }
        try? await thread.shutdownGracefully()
    }

    /// Ends the thread of a relay that never took anything.
    func abandon() async { try? await thread.shutdownGracefully() }

    private func wake() { thread.submit { [self] _ in run() } }

    private func run() {
        var mayGoOn = false
        while true {
            switch state.withLock({ $0.next(mayGoOn: mayGoOn) }) {
            case .commit(let group): commit(group)
            case .keepHouse: mayGoOn = desk.withLock { $0.keepHouse() }
            case .tell(let waiting): for tell in waiting { tell() }
            case .rest: return
            }
        }
    }

    private func commit(_ group: [Submission]) {
        let outcomes = desk.withLock { $0.commit(group) }
        let published = outcomes.joined().compactMap(\.published)
        counts.appends.add(published.count { $0.log.isRoom })
        counts.items.add(published.count { !$0.log.isRoom })
        var deliveries = LoopDelivery.answers(to: group, outcomes, loopCount: loops.posts.count)
        addRuns(of: published, to: &deliveries)
        let loopCount = deliveries.count { !$0.isEmpty }
        state.withLock { $0.delivering(to: loopCount) }
        let isBusy = group.reduce(0) { $0 + $1.items.count } >= SessionLimits.busyGroupRequests
        for (post, delivery) in zip(loops.posts, deliveries) where !delivery.isEmpty {
            post.send { loop in
                loop.deliver(delivery) { self.delivered(to: post, isBusy: isBusy) }
            }
        }
    }

    /// Whoever has just been answered asks again in a moment, if many do: those are worth waiting for.
    private func delivered(to post: LoopPost, isBusy: Bool) {
        guard isBusy else { return delivered() }
        post.eventLoop.scheduleTask(in: .microseconds(SessionLimits.gatherMicroseconds)) { self.delivered() }
    }

    private func delivered() {
        if state.withLock({ $0.delivered() }) { wake() }
    }

    /// What is published goes to the loops that have followers, and is encoded only if there are any.
    private func addRuns(of published: [PublishedEntry], to deliveries: inout [LoopDelivery]) {
        guard !published.isEmpty else { return }
        let logs = published.byLog
        for (entries, loops) in zip(logs, interest.loops(following: logs.map { $0[0].log })) where !loops.isEmpty {
            let runs = PublishedRun.runs(of: entries)
            for number in loops { deliveries[Int(number.rawValue)].runs += runs }
        }
    }
}

extension LogName {
    fileprivate var isRoom: Bool {
        if case .room = self { true } else { false }
    }
}

extension [PublishedEntry] {
    /// The entries of each log, in order.
    fileprivate var byLog: [[PublishedEntry]] {
        var (places, logs) = ([LogName: Int](), [[PublishedEntry]]())
        for entry in self {
            if let place = places[entry.log] {
                logs[place].append(entry)
            } else {
                places[entry.log] = logs.count
                logs.append([entry])
            }
        }
        return logs
    }
}
