import NIOCore
import RelayProtocol
import SecureChannel

extension ClientCore: RelayConnectionListener {
    /// - Parameter first: told how the first attempt went; where it failed, that is the end. Without one the client dials
    ///   until it has a line.
    func connect(_ first: ((RelayClientError?) -> Void)?) {
        guard case .idle = state, !isClosing else {
            first?(.closed)
            return
        }
        whenConnected = first
        dialOnce()
    }

    /// Whoever waits to dial again waits no more.
    func dialNow() {
        reconnection.reset()
        guard case .waiting = state else { return }
        dialOnce()
    }

    private func dialOnce() {
        redial?.cancel()
        guard let dial else { return }
        state = .dialling(dial())
    }

    func made(_ output: any LineOutput, _ peer: LinePeer) -> RelayConnection {
        let connection = RelayConnection(output: output, peer: peer, listener: self)
        // Given up, meanwhile: closed as soon as it may be.
        guard case .dialling = state else {
            loop.assumeIsolated().execute { connection.close() }
            return connection
        }
        state = .starting(connection)
        startDeadline = loop.assumeIsolated().scheduleTask(in: RelayClientLimits.startDeadline) {
            connection.breakOff(.deadline)
        }
        return connection
    }

    func dialFailed(_ error: LineError) {
        guard case .dialling = state else { return }
        ended(error)
    }

    func connection(_ connection: RelayConnection, started: Result<RelayAnswer, RelayClientError>) {
        guard case .starting = state else { return connection.close() }
        switch started {
        case .success(.started(let started)):
            relaySeconds = started.timeSeconds
            open(on: connection)
        case .success(.refused(let refused)): connection.breakOff(refused.code.refusingStart ?? .refused(.stopping))
        case .success: connection.breakOff(.malformed)
        // The line's end is told by itself.
        case .failure: break
        }
    }

    /// Everything that is asked later may rest on rooms being open: so that comes first, and is waited for.
    private func open(on connection: RelayConnection) {
        state = .opening(connection)
        reconnection.stands(at: .now())
        reopenedRooms = [:]
        let openings = follows.openings
        var missing = openings.count
        guard missing > 0 else { return goOnline(connection) }
        for (room, key) in openings {
            connection.ask(key.request(for: room, handshakeHash: connection.handshakeHash)) { [weak self] result in
                self?.reopened(room, with: key.name, result, on: connection)
                missing -= 1
                if missing == 0 { self?.goOnline(connection) }
            }
        }
        connection.flush()
    }

    private func reopened(
        _ room: RoomID, with key: RoomKey.Name, _ result: Result<RelayAnswer, RelayClientError>,
        on connection: RelayConnection
    ) {
        switch result {
        case .success(.opened(let opened)): reopenedRooms[room] = opened
        case .failure: break
        // On another line, after a wait, it may be another answer.
        case .success(.refused(let refused)) where refused.code.isPassing: connection.breakOff(.refused(.stopping))
        case .success(.refused(let refused)):
            if follows.shut(room, to: key) { push(.closed(.room(room), refused.code)) }
        case .success: connection.breakOff(.malformed)
        }
    }

    private func goOnline(_ connection: RelayConnection) {
        guard case .opening = state else { return }
        startDeadline?.cancel()
        state = .online(connection)
        push(.connected(relaySeconds: relaySeconds))
        for (room, opened) in exchange(&reopenedRooms, with: [:]) { push(.reopened(room, opened)) }
        whenConnected.take()?(nil)
        if flow == .reading { resumeFollowing(on: connection) }
        pump()
        endIfDone()
    }

    func connection(_ connection: RelayConnection, ended error: LineError?) {
        startDeadline?.cancel()
        switch state {
        case .starting, .opening, .online, .ending: ended(error)
        case .idle, .dialling, .waiting, .over: break
        }
    }

    private func ended(_ error: LineError?) {
        let stood =
            switch state {
            case .online, .ending: true
            case .idle, .dialling, .starting, .opening, .waiting, .over: false
            }
        state = .waiting
        if flow == .paused { overflow() }
        follows.lineLost()
        for id in requests.lineLost() { answer(id, .failure(.lost)) }
        let reason = error.map { RelayLineError($0) }
        if whenConnected != nil { return finish(.line(reason ?? .lost)) }
        if isClosing, requests.isEmpty { return finish(.closed) }
        switch reconnection.ended(error, at: .now()) {
        case .never(let error): finish(.line(RelayLineError(error)))
        case .again(let pause):
            push(stood ? .lost(reason) : .notConnected(reason ?? .lost, againAfter: Duration(pause)))
            dial(after: pause)
        }
    }

    private func dial(after pause: TimeAmount) {
        let bound = NIOLoopBound(self, eventLoop: loop)
        redial = loop.scheduleTask(in: pause) {
            guard case .waiting = bound.value.state else { return }
            bound.value.dialOnce()
        }
    }
}
