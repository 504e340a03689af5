import NIOCore
import RelayProtocol
import SecureChannel

/// A client's state, on its one event loop: acts on what the ledgers decide.
final class ClientCore {
    typealias Waiter = (Result<RelayAnswer, RelayClientError>) -> Void

    enum State {
        case idle
        case dialling(Task<Void, Never>)
        /// A line of which the relay hasn't said yet whether it serves it.
        case starting(RelayConnection)
        /// Rooms are being opened again.
        case opening(RelayConnection)
        case online(RelayConnection)
        /// Nothing more is said on it; answers may come.
        case ending(RelayConnection)
        /// Until it is time to dial again.
        case waiting
        case over
    }

    /// What stops a line from being read.
    enum Flow {
        case reading
        /// The line is left unread: enough waits to be taken, and nobody waits for an answer.
        case paused
        /// The line is read, and what comes of logs is let go until what waits is taken.
        case overflowing
    }

    let loop: any EventLoop
    let queue: EventQueue
    /// Makes an attempt at a line. Set once, by whoever made this.
    var dial: (() -> Task<Void, Never>)?

    var state = State.idle
    var flow = Flow.reading
    var requests = RequestLedger()
    var follows = FollowLedger()
    var reconnection: Reconnection
    var waiters: [RequestLedger.ID: Waiter] = [:]
    var ids: [ObjectIdentifier: RequestLedger.ID] = [:]
    var whenConnected: ((RelayClientError?) -> Void)?
    var whenClosed: [() -> Void] = []
    var isClosing = false
    var isPumpDue = false
    var isWaking = false
    /// Of what a relay refuses for a while.
    var refusalBackoff = Backoff()
    /// The relay's clock when the present line began, in seconds since 1970.
    var relaySeconds: UInt64 = 0
    /// What the present line has opened again, until it takes requests.
    var reopenedRooms: [RoomID: Opened] = [:]
    var redial: Scheduled<Void>?
    var startDeadline: Scheduled<Void>?
    var pauseDeadline: Scheduled<Void>?

    init(loop: any EventLoop, queue: EventQueue, backoff: Backoff) {
        self.loop = loop
        self.queue = queue
        reconnection = Reconnection(backoff: backoff)
    }

    /// Waits for what is unanswered, for a while, and then says `end`.
    func close(waitsForLine: Bool, _ done: @escaping () -> Void) {
        if case .over = state { return done() }
        whenClosed.append(done)
        guard !isClosing else { return }
        isClosing = true
        if case .online = state {} else if !waitsForLine { return finish(.closed) }
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: RelayClientLimits.closingDeadline) { bound.value.finish(.closed) }
        endIfDone()
    }

    func endIfDone() {
        guard isClosing, requests.isEmpty else { return }
        switch state {
        case .online(let connection): end(connection)
        case .ending, .over: break
        case .idle, .dialling, .starting, .opening, .waiting: finish(.closed)
        }
    }

    func end(_ connection: RelayConnection) {
        state = .ending(connection)
        if flow == .paused { overflow() }
        connection.end()
    }

    /// It is all over, at once.
    func finish(_ error: RelayClientError) {
        let former = exchange(&state, with: .over)
        if case .over = former { return }
        dial = nil
        redial?.cancel()
        startDeadline?.cancel()
        pauseDeadline?.cancel()
        whenConnected.take()?(error)
        for id in requests.close() { answer(id, .failure(error)) }
        if error != .closed { _ = queue.push(.ended(error)) }
        queue.finish()
        let done = exchange(&whenClosed, with: [])
        for each in done { each() }
        switch former {
        case .dialling(let attempt): attempt.cancel()
        case .starting(let line), .opening(let line), .online(let line), .ending(let line): line.close()
        case .idle, .waiting, .over: break
        }
    }
}
