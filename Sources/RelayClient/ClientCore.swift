import NIOCore
import RelayProtocol
import SecureChannel

/// A client's state, on its one event loop: dials, opens what was open, asks what is unanswered, and begins again when
/// the line is lost.
final class ClientCore: RelayConnectionListener {
    typealias Waiter = (Result<RelayAnswer, RelayClientError>) -> Void

    private enum State {
        case offline
        /// A line is dialled, or not started yet.
        case dialling
        case opening(RelayConnection)
        case online(RelayConnection)
        case closed
    }

    let loop: any EventLoop
    /// Set once, by whoever made this.
    var dialNow: (() -> Void)?
    var events: RelayClientEvents.Producer.Source?

    private var state = State.offline
    private var channel: (any Channel)?
    private var requests = RequestLedger()
    private var follows = FollowLedger()
    private var waiters: [RequestLedger.ID: Waiter] = [:]
    private var persistent: Set<RequestLedger.ID> = []
    private var cancelledEarly: Set<RequestLedger.ID> = []
    private var backoff = Backoff()
    private var stoodSince = NIODeadline.now()
    private var firstDial: ((RelayClientError?) -> Void)?
    private var whenClosed: [() -> Void] = []
    private var isReading = true
    private var isClosing = false

    init(loop: any EventLoop) { self.loop = loop }

    func connect(_ outcome: @escaping (RelayClientError?) -> Void) {
        guard case .offline = state, firstDial == nil else { return outcome(.closed) }
        firstDial = outcome
        dial()
    }

    func ask(_ request: RelayRequest, as id: RequestLedger.ID, persistently: Bool, waiter: @escaping Waiter) {
        if case .closed = state { return waiter(.failure(.closed)) }
        if isClosing { return waiter(.failure(.closed)) }
        if cancelledEarly.remove(id) != nil { return waiter(.failure(.cancelled)) }
        guard requests.add(request, as: id) else { return waiter(.failure(.tooLarge)) }
        waiters[id] = waiter
        if persistently { persistent.insert(id) }
        pump()
    }

    /// Now or never.
    func say(_ request: RelayRequest) {
        guard case .online(let connection) = state, connection.isWritable else { return }
        connection.say(request)
        connection.flush()
    }

    /// What was sent stays sent; nobody learns what came of it.
    func cancel(_ id: RequestLedger.ID) {
        guard let waiter = waiters.removeValue(forKey: id) else {
            cancelledEarly.insert(id)
            return
        }
        requests.settle(id)
        persistent.remove(id)
        waiter(.failure(.cancelled))
    }

    func change(_ body: (inout FollowLedger) -> Void) { body(&follows) }

    var handshakeHash: [UInt8]? {
        if case .online(let connection) = state { connection.handshakeHash } else { nil }
    }

    func setReading(_ isReading: Bool) {
        guard isReading != self.isReading else { return }
        self.isReading = isReading
        channel?.setOption(.autoRead, value: isReading).whenComplete { _ in }
    }

    /// Waits for what is unanswered, for a while, and then says `end`.
    func close(_ done: @escaping () -> Void) {
        if case .closed = state { return done() }
        whenClosed.append(done)
        guard !isClosing else { return }
        isClosing = true
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: RelayClientLimits.closingDeadline) { bound.value.finish(.closed, cutting: true) }
        endIfDone()
    }
}

// MARK: - Lines

extension ClientCore {
    private func dial() {
        state = .dialling
        dialNow?()
    }

    func dialled(_ channel: any Channel) {
        self.channel = channel
        if !isReading { channel.setOption(.autoRead, value: false).whenComplete { _ in } }
        if case .closed = state { channel.close(promise: nil) }
    }

    func dialFailed(_ error: LineError) {
        guard case .dialling = state else { return }
        if firstDial != nil || error.isFinal { return finish(.line(error), cutting: true) }
        dialAgain()
    }

    private func dialAgain() {
        state = .offline
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: backoff.next()) {
            guard case .offline = bound.value.state else { return }
            bound.value.dial()
        }
    }

    func connection(_ connection: RelayConnection, started: Result<RelayAnswer, RelayClientError>) {
        guard case .dialling = state else { return connection.close() }
        switch started {
        case .success(.started): open(on: connection)
        case .success(.refused(let refused)):
            finish(.refused(refused.code, detail: refused.detail), cutting: true)
            connection.close()
        case .success: connection.close()
        // The line's end is told by itself.
        case .failure: break
        }
    }

    /// Everything that is asked later may rest on rooms being open: so that comes first, and is waited for.
    private func open(on connection: RelayConnection) {
        state = .opening(connection)
        stoodSince = .now()
        let openings = follows.openings(handshakeHash: connection.handshakeHash)
        var missing = openings.count
        guard missing > 0 else { return goOnline(connection) }
        for opening in openings {
            connection.ask(.openRoom(opening)) { [weak self] result in
                missing -= 1
                if case .success(.refused(let refused)) = result { self?.closed(opening.room, refused.code) }
                if case .success = result, missing == 0 { self?.goOnline(connection) }
            }
        }
        connection.flush()
    }

    private func closed(_ room: RoomID, _ code: RefusalCode) {
        guard follows.forgetOldestKey(of: room) else { return }
        _ = events?.yield(.closed(room, code))
    }

    private func goOnline(_ connection: RelayConnection) {
        state = .online(connection)
        emit(.connected)
        for follow in follows.follows { connection.ask(follow) { _ in } }
        firstDial?(nil)
        firstDial = nil
        pump()
        endIfDone()
    }

    func connection(_ connection: RelayConnection, ended error: LineError?) {
        channel = nil
        switch state {
        case .closed, .offline: return
        case .dialling, .opening, .online: break
        }
        for id in requests.lineLost() { answer(id, .failure(.lost)) }
        if isClosing, requests.isEmpty { return finish(.closed, cutting: false) }
        if let first = error, firstDial != nil || first.isFinal { return finish(.line(first), cutting: false) }
        emit(.disconnected(error))
        if NIODeadline.now() - stoodSince > RelayClientLimits.longStanding { backoff.reset() }
        dialAgain()
    }

    private func endIfDone() {
        guard isClosing, requests.isEmpty else { return }
        guard case .online(let connection) = state else { return finish(.closed, cutting: true) }
        connection.end()
    }

    private func finish(_ error: RelayClientError, cutting: Bool) {
        if case .closed = state { return }
        state = .closed
        if cutting { channel?.close(promise: nil) }
        firstDial?(error)
        firstDial = nil
        for id in requests.close() { answer(id, .failure(error)) }
        events?.finish()
        for done in whenClosed { done() }
        whenClosed = []
    }
}

// MARK: - Requests and events

extension ClientCore {
    private func pump() {
        guard case .online(let connection) = state else { return }
        for (id, request) in requests.takeDue() {
            connection.ask(request) { [weak self] result in self?.answered(id, result) }
        }
        connection.flush()
    }

    private func answered(_ id: RequestLedger.ID, _ result: Result<RelayAnswer, RelayClientError>) {
        switch result {
        // The ledger is told when the line's end is.
        case .failure(.lost): return
        case .success(.refused(let refused)) where persistent.contains(id) && refused.code.passes:
            return askAgain(id, after: refused)
        default: break
        }
        requests.settle(id)
        answer(id, result)
    }

    private func askAgain(_ id: RequestLedger.ID, after refused: Refused) {
        let seconds = refused.code == .tooOften ? Int64(clamping: max(1, min(refused.detail, 60))) : 1
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: .seconds(seconds)) {
            bound.value.requests.askAgain(id)
            bound.value.pump()
        }
    }

    private func answer(_ id: RequestLedger.ID, _ result: Result<RelayAnswer, RelayClientError>) {
        persistent.remove(id)
        waiters.removeValue(forKey: id)?(result)
        if isClosing { endIfDone() }
    }

    func connection(_ connection: RelayConnection, heard message: LineMessage) {
        do {
            guard case .event(let event)? = try RelayMessage(message).heard() else { return }
            if follows.isNew(event) { emit(.relay(event)) }
        } catch {
            connection.close()
        }
    }

    func connectionHeardAll(_ connection: RelayConnection) { pump() }

    private func emit(_ event: RelayClientEvent) {
        guard let events else { return }
        if case .stopProducing = events.yield(event) { setReading(false) }
    }
}

extension LineError {
    /// Whether dialling again would end the same way.
    var isFinal: Bool {
        switch self {
        case .refused(.stopping), .refused(.overLimit): false
        case .refused, .relayKeyChanged, .relayUnknown, .unusableKey: true
        default: false
        }
    }
}

extension RefusalCode {
    /// Whether it may be another answer after a while.
    fileprivate var passes: Bool { self == .storage || self == .tooOften || self == .stopping }
}
