package import NIOCore
package import RelayProtocol
import SecureChannel

/// A client's line to its relay, dialled again whenever it breaks.
///
/// An append or an item that was asked for is answered once, over however many lines: what a lost line left unanswered
/// is said again with the same bytes, and the relay knows it by them. Whatever else a lost line leaves unanswered is
/// asked again where that changes nothing, and else ``RelayClientError/lost``.
///
/// Of what is followed, every number comes once, in order, and after a lost line it goes on where it stopped. It begins
/// anew, and numbers come again, only from where it is followed once more, or once a room is opened with a key for
/// entries that couldn't be read. Whispers may get lost.
///
/// Requests leave in the order in which they reach the client: who wants one before another waits for its answer.
package final class RelayClient: Sendable {
    /// What is heard. For one reader. A reader who lags makes the relay wait, and may itself wait for answers.
    package let events: RelayClientEvents

    let core: NIOLoopBoundBox<ClientCore>
    private let loop: any EventLoop

    /// - Parameter loop: where its lines live. Nothing happens before ``connect()`` or ``begin()``.
    package init(_ dial: RelayDial, on loop: any EventLoop) {
        self.loop = loop
        let queue = EventQueue()
        events = RelayClientEvents(queue: queue)
        let core = NIOLoopBoundBox.makeBoxSendingValue(
            ClientCore(loop: loop, queue: queue, backoff: dial.backoff), eventLoop: loop)
        self.core = core
        queue.whenDrained { [weak core] in loop.execute { [weak core] in core?.value.drained() } }
        loop.execute {
            // Let go where it ends.
            core.value.dial = {
                dial.start(on: loop) {
                    core.value.made($0, $1)
                } failed: {
                    core.value.dialFailed($0)
                }
            }
        }
    }

    deinit {
        let core = core
        loop.execute { core.value.finish(.closed) }
    }

    /// Dials for the first time: what fails here is told, and is the end. From then on it stays connected.
    ///
    /// - Throws: ``RelayClientError/line(_:)``, ``RelayClientError/cancelled``.
    package func connect() async throws(RelayClientError) {
        let (core, loop) = (core, loop)
        let error = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<RelayClientError?, Never>) in
                loop.execute { core.value.connect { continuation.resume(returning: $0) } }
            }
        } onCancel: {
            loop.execute { core.value.finish(.cancelled) }
        }
        if let error { throw error }
    }

    /// Dials until there is a line; requests wait for it. What dialling again can't mend comes as
    /// ``RelayClientEvent/ended(_:)``.
    package func begin() {
        let core = core
        loop.execute { core.value.connect(nil) }
    }

    /// The network has come back: dials at once instead of waiting, and the next waits are short again.
    package func dialNow() {
        let core = core
        loop.execute { core.value.dialNow() }
    }

    /// Takes up what the program had open and followed when it last ran, as if its line had just been lost: the first
    /// line opens and follows all of it, and tells as any later one does. Before ``connect()`` or ``begin()``; later it
    /// does nothing, for what that line is asked is settled.
    ///
    /// - Parameter inboxFrom: the inbox is followed from there on; nothing: not at all.
    package func restore(_ rooms: [RestoredRoom], inboxFrom: EntryNumber? = nil) {
        let core = core
        loop.execute {
            guard case .idle = core.value.state else { return }
            for room in rooms { core.value.follows.restore(room) }
            if let inboxFrom { core.value.follows.follow(.inbox, from: inboxFrom) }
        }
    }

    /// Finishes what is unanswered, for some seconds at most, says `end` and is no more.
    ///
    /// - Parameter waitsForLine: for those seconds too where there is no line now. Without, it is the end at once then.
    package func close(waitsForLine: Bool = true) async {
        let (core, loop) = (core, loop)
        await withCheckedContinuation { continuation in
            loop.execute { core.value.close(waitsForLine: waitsForLine) { continuation.resume() } }
        }
    }

    /// Asks, and waits for the answer, over lost lines too where the request may be said twice.
    ///
    /// - Parameter persistently: asks again, after a while, where the relay's disk is full or it was asked too often.
    /// - Parameter change: what the client follows from now on; only where the request is taken.
    /// - Throws: ``RelayClientError``; a refusal too.
    func ask(
        _ request: ClientRequest, persistently: Bool = false,
        changing change: @escaping @Sendable (inout FollowLedger) -> Void = { _ in }
    ) async throws(RelayClientError) -> RelayAnswer {
        let (core, loop, ticket) = (core, loop, RequestTicket())
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Answered, Never>) in
                start(request, as: ticket, persistently: persistently, changing: change) {
                    continuation.resume(returning: $0)
                }
            }
        } onCancel: {
            ticket.cancel()
            loop.execute { core.value.cancel(ticket) }
        }
        if case .success(.refused(let refused)) = result { throw .refused(refused.code, detail: refused.detail) }
        return try result.get()
    }

    func start(
        _ request: ClientRequest, as ticket: RequestTicket, persistently: Bool,
        changing change: @escaping @Sendable (inout FollowLedger) -> Void,
        answer: @escaping @Sendable (Answered) -> Void
    ) {
        let core = core
        loop.execute {
            core.value.ask(request, as: ticket, persistently: persistently, changing: change, waiter: answer)
        }
    }

    func ask(_ request: RelayRequest, persistently: Bool = false) async throws(RelayClientError) -> RelayAnswer {
        try await ask(.plain(request), persistently: persistently)
    }

    func expectDone(_ request: RelayRequest, persistently: Bool = false) async throws(RelayClientError) {
        guard case .done = try await ask(request, persistently: persistently) else { throw .malformed }
    }

    /// For what is answered only where it is refused.
    func sayUnanswered(_ request: RelayRequest) {
        let core = core
        loop.execute { core.value.say(request) }
    }

    /// What the client follows changes before anything that is asked later.
    func change(_ body: @escaping @Sendable (inout FollowLedger) -> Void) {
        let core = core
        loop.execute { body(&core.value.follows) }
    }

    typealias Answered = Result<RelayAnswer, RelayClientError>
}
