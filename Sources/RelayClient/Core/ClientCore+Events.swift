import NIOCore
import RelayProtocol
import SecureChannel

extension ClientCore {
    func connection(_ connection: RelayConnection, heard message: LineMessage) {
        do {
            guard case .event(let event)? = try RelayMessage(message).heard() else { return }
            if let event = follows.take(event) { push(.relay(event)) }
        } catch {
            connection.breakOff(.malformed)
        }
    }

    func connectionHeardAll(_ connection: RelayConnection) { pump() }

    func connectionDrained(_ connection: RelayConnection) { pump() }

    func push(_ event: RelayClientEvent) {
        guard !queue.push(event), flow != .paused else { return }
        // An answer that somebody waits for stands behind the events: perhaps it is who should read them.
        guard flow == .reading, !requests.isWaitingForAnswers, case .online(let connection) = state else {
            return overflow()
        }
        flow = .paused
        connection.pauseReading()
        let bound = NIOLoopBound(self, eventLoop: loop)
        pauseDeadline = loop.scheduleTask(in: RelayClientLimits.pauseMax) {
            if bound.value.flow == .paused { bound.value.overflow() }
        }
    }

    /// The line is read, and what comes of logs let go: it is fetched again when somebody reads.
    func overflow() {
        pauseDeadline?.cancel()
        let wasPaused = exchange(&flow, with: .overflowing) == .paused
        guard let connection = standing else { return }
        for log in follows.detach() {
            if case .room(let room) = log { connection.ask(.unfollow(Unfollow(room: room))) { _ in } }
        }
        connection.flush()
        if wasPaused { connection.resumeReading() }
    }

    /// Somebody has read.
    func drained() {
        pauseDeadline?.cancel()
        let former = exchange(&flow, with: .reading)
        guard case .online(let connection) = state else { return }
        switch former {
        case .reading: break
        case .paused: connection.resumeReading()
        case .overflowing: resumeFollowing(on: connection)
        }
    }

    /// Whatever of the followed doesn't come any more, from where it stopped.
    func resumeFollowing(on connection: RelayConnection) {
        let asked = requests.followsAsked
        for log in follows.detached where !asked.contains(log) {
            guard let request = follows.asks(for: log) else { continue }
            let number = follows.next(of: log)
            connection.ask(request) { [weak self] in self?.resumed(log, from: number, $0, on: connection) }
        }
        connection.flush()
    }

    private func resumed(
        _ log: FollowedLog, from number: EntryNumber, _ result: Result<RelayAnswer, RelayClientError>,
        on connection: RelayConnection
    ) {
        switch result {
        case .failure: break
        case .success(.following(let following)):
            // One that another follow has overtaken is answered with nothing.
            if follows.answered(for: log) { push(.resumed(log, from: number, last: following.last)) }
        case .success(.refused(let refused)) where refused.code.isPassing: connection.breakOff(.refused(.stopping))
        case .success(.refused(let refused)):
            if follows.refused(for: log) { push(.closed(log, refused.code)) }
        case .success: connection.breakOff(.malformed)
        }
    }

    private var standing: RelayConnection? {
        switch state {
        case .online(let connection), .opening(let connection): connection
        case .idle, .dialling, .starting, .ending, .waiting, .over: nil
        }
    }
}
