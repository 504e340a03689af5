import NIOCore
import RelayProtocol

/// All that the relay has on one event loop. Used on it alone.
final class RelayLoop {
    let number: LoopNumber
    let eventLoop: any EventLoop
    let followers: LoopFollowers
    private(set) var sessions: [ObjectIdentifier: RelaySession] = [:]
    /// Lines to which something was appended that hasn't left yet.
    private var unflushed: [RelaySession] = []
    private var scratch = ByteBuffer()
    private var whenEmpty: (() -> Void)?
    private let counts: RelayCounts
    /// Events that were appended since the last flush.
    var deliveries = 0

    init(_ number: LoopNumber, on eventLoop: any EventLoop, interest: Interest, counts: RelayCounts) {
        self.counts = counts
        self.number = number
        self.eventLoop = eventLoop
        followers = LoopFollowers(loop: number, interest: interest)
    }

    func add(_ session: RelaySession) { sessions[ObjectIdentifier(session)] = session }

    func remove(_ session: RelaySession) {
        sessions[ObjectIdentifier(session)] = nil
        if sessions.isEmpty { whenEmpty.take()?() }
    }

    /// A group was committed: who asked gets his answers, who follows his entries, each line with one flush.
    ///
    /// - Parameter tell: called once all of it has left, or that of many lines. What takes long isn't waited for.
    func deliver(_ delivery: LoopDelivery, then tell: () -> Void) {
        for answered in delivery.answered { answered.session.value.receive(answered) }
        let byteCount = delivery.runs.reduce(0) { $0 + followers.byteCount(publishing: $1) }
        guard byteCount > SessionLimits.awaitedBytesMax else {
            for run in delivery.runs { followers.publish(run) }
            return flush(thenTell: tell)
        }
        flush(thenTell: tell)
        for run in delivery.runs { followers.publish(run) }
        flush()
    }

    func mustFlush(_ session: RelaySession) { unflushed.append(session) }

    /// One record, mostly, for all that was appended to a line since it was flushed last.
    func flush() { flush {} }

    private func flush(thenTell tell: () -> Void) {
        guard !unflushed.isEmpty else { return tell() }
        if deliveries > 0 { counts.deliveries.add(exchange(&deliveries, with: 0)) }
        // A flush may call a session, and that append again.
        var sessions = exchange(&unflushed, with: [])
        for session in sessions.prefix(SessionLimits.awaitedFlushesMax) { session.flush() }
        tell()
        for session in sessions.dropFirst(SessionLimits.awaitedFlushesMax) { session.flush() }
        guard unflushed.isEmpty else { return flush() }
        sessions.removeAll(keepingCapacity: true)
        unflushed = sessions
    }

    /// Encodes answers, without a new buffer for each.
    func encoding(_ write: (inout ByteBuffer) -> Void) -> ByteBuffer {
        scratch.clear()
        write(&scratch)
        return scratch
    }

    /// Calls once no session is left.
    func whenEmpty(_ call: (() -> Void)?) {
        whenEmpty = nil
        if sessions.isEmpty { call?() } else { whenEmpty = call }
    }
}
