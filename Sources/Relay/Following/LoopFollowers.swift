import NIOCore
import RelayProtocol

/// Who follows which log on one event loop. Used on it alone.
final class LoopFollowers {
    private var followers: [LogName: [Follower]] = [:]
    private let loop: LoopNumber
    private let interest: Interest

    init(loop: LoopNumber, interest: Interest) {
        self.loop = loop
        self.interest = interest
    }

    /// From now on it hears of what is published.
    func add(_ follower: Follower) {
        let others = followers[follower.log]?.count ?? 0
        follower.index = others
        followers[follower.log, default: []].append(follower)
        if others == 0 { interest.add(loop, to: follower.log) }
    }

    func remove(_ follower: Follower) {
        guard let index = follower.index else { return }
        follower.index = nil
        let log = follower.log
        guard let last = followers[log]?.removeLast() else { return }
        if last !== follower {
            followers[log]?[index] = last
            last.index = index
        }
        guard followers[log]?.isEmpty == true else { return }
        followers[log] = nil
        interest.remove(loop, from: log)
    }

    /// What all its followers together would be sent.
    func byteCount(publishing run: PublishedRun) -> Int { run.bytes.readableBytes * (followers[run.log]?.count ?? 0) }

    func publish(_ run: PublishedRun) {
        guard let followers = followers[run.log] else { return }
        for follower in followers { follower.session.receive(run, for: follower) }
    }

    /// Passes on what is stored nowhere, to who is in the room with its sender and has room for it.
    ///
    /// - Parameter sender: its own line doesn't get it.
    func pass(_ whisper: PassedWhisper, butNotTo sender: RelaySession?) {
        guard let followers = followers[.room(whisper.room)] else { return }
        for follower in followers
        where follower.session !== sender && follower.openings.latest?.isBeside(whisper.epoch) == true {
            follower.session.receive(whisper)
        }
    }
}
