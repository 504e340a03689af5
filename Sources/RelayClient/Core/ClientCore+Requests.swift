import NIOCore
import RelayProtocol
import SecureChannel

extension ClientCore {
    /// - Parameter change: what the client follows from now on; only where the request is taken.
    func ask(
        _ request: ClientRequest, as ticket: RequestTicket, persistently: Bool,
        changing change: (inout FollowLedger) -> Void = { _ in }, waiter: @escaping Waiter
    ) {
        if case .over = state { return waiter(.failure(.closed)) }
        guard !isClosing else { return waiter(.failure(.closed)) }
        guard !ticket.isCancelled else { return waiter(.failure(.cancelled)) }
        guard let id = requests.add(request, persistently: persistently) else { return waiter(.failure(.tooMany)) }
        change(&follows)
        ids[ObjectIdentifier(ticket)] = id
        waiters[id] = { [weak self] result in
            self?.ids[ObjectIdentifier(ticket)] = nil
            waiter(result)
        }
        if flow == .paused { overflow() }
        pumpSoon()
    }

    /// Now or never.
    func say(_ request: RelayRequest) {
        guard case .online(let connection) = state, connection.isWritable else { return }
        connection.say(request)
        connection.flush()
    }

    func cancel(_ ticket: RequestTicket) {
        guard let id = ids[ObjectIdentifier(ticket)], let waiter = waiters.removeValue(forKey: id) else { return }
        requests.giveUp(id)
        waiter(.failure(.cancelled))
        endIfDone()
    }

    func pumpSoon() {
        guard !isPumpDue else { return }
        isPumpDue = true
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.execute { bound.value.pump() }
    }

    func pump() {
        isPumpDue = false
        while case .online(let connection) = state, connection.isWritable {
            let due = requests.takeDue()
            guard !due.isEmpty else { return }
            for (id, request) in due { send(request, id, on: connection) }
            connection.flush()
        }
    }

    private func send(_ request: ClientRequest, _ id: RequestLedger.ID, on connection: RelayConnection) {
        guard let encodable = prepare(request, for: connection) else {
            requests.settle(id)
            return answer(id, .failure(.cancelled))
        }
        connection.ask(encodable) { [weak self] in self?.answered(id, request, $0) }
    }

    private func prepare(_ request: ClientRequest, for connection: RelayConnection) -> RelayRequest? {
        switch request {
        case .plain(let request): request
        case .open(let room, let key): key.request(for: room, handshakeHash: connection.handshakeHash)
        case .follow(let log): follows.asks(for: log)
        }
    }

    private func answered(
        _ id: RequestLedger.ID, _ request: ClientRequest, _ result: Result<RelayAnswer, RelayClientError>
    ) {
        switch result {
        // Told by the line's end, to all of them at once.
        case .failure(.lost): return
        case .success(.refused(let refused)) where refused.code == .stopping: return refusedByStopping(id)
        case .success(.refused(let refused)) where requests.isPersistent(id) && refused.code.isPassing:
            return rest(id, refused)
        case .success(.refused): isRefused(request)
        case .success(let answer):
            refusalBackoff.reset()
            isAnswered(request, answer)
        case .failure: break
        }
        requests.settle(id)
        answer(id, result)
    }

    /// Nothing was done, and nothing will be on this line.
    private func refusedByStopping(_ id: RequestLedger.ID) {
        requests.putBack(id)
        if case .online(let connection) = state { end(connection) }
    }

    private func rest(_ id: RequestLedger.ID, _ refused: Refused) {
        requests.rest(id)
        guard !isWaking else { return }
        isWaking = true
        let seconds = min(refused.detail, RelayClientLimits.tooOftenSecondsMax)
        let told = TimeAmount.seconds(refused.code == .tooOften ? Int64(clamping: seconds) : 0)
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: max(told, refusalBackoff.next())) {
            bound.value.isWaking = false
            bound.value.requests.wake()
            bound.value.pump()
        }
    }

    private func isAnswered(_ request: ClientRequest, _ answer: RelayAnswer) {
        switch (request, answer) {
        case (.open(let room, let key), .opened):
            follows.opened(room, with: key)
            if flow == .reading, case .online(let connection) = state { resumeFollowing(on: connection) }
        case (.follow(let log), _): follows.answered(for: log)
        default: break
        }
    }

    private func isRefused(_ request: ClientRequest) {
        if case .follow(let log) = request { follows.refused(for: log) }
    }

    func answer(_ id: RequestLedger.ID, _ result: Result<RelayAnswer, RelayClientError>) {
        waiters.removeValue(forKey: id)?(result)
        endIfDone()
    }
}
