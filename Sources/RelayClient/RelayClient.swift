package import Identity
package import NIOCore
package import RelayProtocol
package import SecureChannel
import Synchronization

/// A client's line to its relay, dialled again whenever it breaks.
///
/// An append or an item that was asked for is answered once, over however many lines: what a lost line left unanswered
/// is said again with the same bytes, and the relay knows it by them. Every event of what is followed comes once, in
/// order, and goes on after a lost line where it stopped.
package final class RelayClient: Sendable {
    /// What is heard. For one reader, who must read: while nobody does, answers wait too.
    package let events: RelayClientEvents

    private let core: NIOLoopBoundBox<ClientCore>
    private let loop: any EventLoop
    private let lastID = Atomic<RequestLedger.ID>(0)

    package init(address: RelayAddress, pin: RelayKey, identity: ClientLineIdentity, loop: any EventLoop) {
        let core = NIOLoopBoundBox.makeBoxSendingValue(ClientCore(loop: loop), eventLoop: loop)
        let flow = EventFlow(loop: loop) { core.value.setReading($0) }
        let produced = RelayClientEvents.Producer.makeSequence(
            elementType: RelayClientEvent.self,
            backPressureStrategy: .init(
                lowWatermark: RelayClientLimits.eventsLow, highWatermark: RelayClientLimits.eventsHigh),
            finishOnDeinit: false, delegate: flow)
        events = RelayClientEvents(sequence: produced.sequence)
        self.core = core
        self.loop = loop
        let source = produced.source
        let dial = RelayDial(
            address: address, pin: pin, dialer: LineDialer(group: loop, identity: identity), core: core)
        loop.execute {
            core.value.events = source
            core.value.dialNow = { dial.start(on: loop) }
        }
    }

    /// Dials for the first time: what fails here is told instead of tried again. From then on it stays connected.
    ///
    /// - Throws: ``RelayClientError/line(_:)`` or ``RelayClientError/refused(_:detail:)``.
    package func connect() async throws(RelayClientError) {
        let core = core
        let error = await withCheckedContinuation { (continuation: CheckedContinuation<RelayClientError?, Never>) in
            loop.execute { core.value.connect { continuation.resume(returning: $0) } }
        }
        if let error { throw error }
    }

    /// Asks, and waits for the answer, over lost lines too where the request may be said twice.
    ///
    /// - Parameter persistently: asks again, after a while, where the relay's disk is full or it was asked too often.
    /// - Throws: ``RelayClientError``; a refusal too.
    package func ask(_ request: RelayRequest, persistently: Bool = false) async throws(RelayClientError) -> RelayAnswer
    {
        let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
        let (core, loop) = (core, loop)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Answered, Never>) in
                loop.execute {
                    core.value.ask(request, as: id, persistently: persistently) { continuation.resume(returning: $0) }
                }
            }
        } onCancel: {
            loop.execute { core.value.cancel(id) }
        }
        if case .success(.refused(let refused)) = result { throw .refused(refused.code, detail: refused.detail) }
        return try result.get()
    }

    /// For what is answered only where it is refused.
    func sayUnanswered(_ request: RelayRequest) {
        let core = core
        loop.execute { core.value.say(request) }
    }

    /// Finishes what is unanswered, for some seconds at most, says `end` and is no more.
    package func close() async {
        let core = core
        await withCheckedContinuation { continuation in
            loop.execute { core.value.close { continuation.resume() } }
        }
    }

    private typealias Answered = Result<RelayAnswer, RelayClientError>

    /// On the client's event loop.
    func change(_ body: @escaping @Sendable (inout FollowLedger) -> Void) {
        let core = core
        loop.execute { core.value.change(body) }
    }

    /// What a signature that opens a room must cover on the line that stands now.
    func handshakeHash() async throws(RelayClientError) -> [UInt8] {
        let core = core
        let hash = await withCheckedContinuation { (continuation: CheckedContinuation<[UInt8]?, Never>) in
            loop.execute { continuation.resume(returning: core.value.handshakeHash) }
        }
        guard let hash else { throw .lost }
        return hash
    }
}
