import NIOCore
import RelayProtocol

extension RelaySession {
    func follow(_ request: Follow, _ number: RequestNumber) {
        guard let openings = rooms[request.room]?.openings, !openings.isEmpty else {
            return refuse(.notAllowed, number)
        }
        follow(.room(request.room), request.from, openings, number)
    }

    /// Answered with the first look into the log, which comes after the follower was announced.
    func follow(_ log: LogName, _ from: EntryNumber, _ openings: [Opening], _ number: RequestNumber) {
        stopFollowing(log)
        let follower = Follower(log, from: from, openings: openings, session: self, request: number)
        followed[log] = follower
        loop.followers.add(follower)
        inFlight.began(0)
        turns.isBehind(follower)
    }

    func stopFollowing(_ log: LogName) {
        guard let follower = followed.removeValue(forKey: log) else { return }
        loop.followers.remove(follower)
        // Over before it began: nothing of it follows.
        answerFollow(of: follower, last: .none)
    }

    /// Entries have been committed.
    func receive(_ run: PublishedRun, for follower: Follower) {
        switch follower.state.published(from: run.first, through: run.last, hasRoom: hasRoom) {
        case .pass: break
        case .fallBehind:
            parts.counts.fallenBehind.add()
            turns.isBehind(follower)
            readNext()
        case .send(let from):
            loop.deliveries += run.parts.count
            if from == run.first, run.isReadable(from: follower.openings) { return append(run.bytes) }
            append(run.events(from: from, openings: follower.openings))
        }
    }

    func receive(_ whisper: PassedWhisper) {
        guard hasRoom else { return }
        loop.deliveries += 1
        append(whisper.bytes)
    }

    /// One more thing from the storage, if the peer reads what it is sent.
    func readNext() {
        guard !isReadingStorage, !turns.isEmpty, hasRoom else { return }
        while let turn = turns.next() {
            switch turn {
            case .request(let request, let number, let byteCount): read(request, number, byteCount)
            case .follower(let follower):
                guard followed[follower.log] === follower, let from = follower.state.beginReading() else { continue }
                read(follower, from: from)
            }
            isReadingStorage = true
            parts.counts.reads.add()
            return
        }
    }

    private func read(_ follower: Follower, from: EntryNumber) {
        let bound = NIOLoopBound((session: self, follower: follower), eventLoop: loop.eventLoop)
        let (eventLoop, log, openings) = (loop.eventLoop, follower.log, follower.openings)
        parts.readPool.read(for: requester.identity) { (snapshot) throws(StorageError) in
            try LogChunk(log, from: from, openings: openings, in: snapshot)
        } then: { result in
            eventLoop.execute { bound.value.session.didRead(result, for: bound.value.follower) }
        }
    }

    private func didRead(_ result: Result<LogChunk, StorageError>, for follower: Follower) {
        isReadingStorage = false
        // Unfollowed, or followed anew, while it was read: nothing is left to be done for it.
        if followed[follower.log] === follower {
            switch result {
            case .success(let chunk): send(chunk, to: follower)
            case .failure: couldNotRead(follower)
            }
        }
        loop.flush()
        settle()
    }

    private func send(_ chunk: LogChunk, to follower: Follower) {
        let after = follower.state.didRead(through: chunk.end, last: chunk.last)
        if after != .readAgain {
            answerFollow(of: follower, last: chunk.last)
            loop.deliveries += chunk.eventCount
            parts.counts.deliveriesFromLog.add(chunk.eventCount)
            if chunk.eventCount > 0 { append(chunk.events) }
        }
        if after != .sendAndLive { turns.isBehind(follower) }
    }

    private func answerFollow(of follower: Follower, last: EntryNumber) {
        guard let number = follower.unanswered else { return }
        follower.unanswered = nil
        answered(byteCount: 0)
        answer(.following(Following(last: last)), number)
    }

    private func couldNotRead(_ follower: Follower) {
        parts.counts.readFailures.add()
        follower.state.couldNotRead()
        if let number = follower.unanswered {
            follower.unanswered = nil
            answered(byteCount: 0)
            refuse(.storage, number)
            return stopFollowing(follower.log)
        }
        let bound = NIOLoopBound((session: self, follower: follower), eventLoop: loop.eventLoop)
        loop.eventLoop.scheduleTask(in: .milliseconds(SessionLimits.readAgainMilliseconds)) {
            let (session, follower) = bound.value
            guard session.followed[follower.log] === follower else { return }
            session.turns.isBehind(follower)
            session.settle()
        }
    }
}
