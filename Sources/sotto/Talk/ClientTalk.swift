import NIOCore
import SecureChannel
import Synchronization

/// The client's end of the talk, over all the lines that it dials.
final class ClientTalk: TalkEnd {
    /// How a line ended.
    enum Ending: Sendable {
        /// Everything said has arrived, and nothing more was to be said.
        case finished
        case broken(LineError, wasOpen: Bool)
        /// A relay that keeps rooms answered: nobody talks there.
        case noTalk
    }

    private struct State {
        var outbox = TalkOutbox()
        var inbox = TalkInbox()
        var line: TalkLine?
        var isInputOver = false
        var wasOpen = false
        var hasFoundNoTalk = false
        /// The last line has closed, and no other stands yet.
        var isLost = false
    }

    private let state = Mutex(State())
    private let relay: Speaker
    private let tell: @Sendable (TalkEvent) -> Void
    private let endings: AsyncStream<Ending>
    private let endingsContinuation: AsyncStream<Ending>.Continuation

    init(relay: Speaker, tell: @escaping @Sendable (TalkEvent) -> Void) {
        self.relay = relay
        self.tell = tell
        (endings, endingsContinuation) = AsyncStream.makeStream()
    }

    /// How many messages haven't arrived yet.
    var waitingCount: Int { state.withLock { $0.outbox.count } }

    /// `false` if too much waits already, or no relay would take it.
    func say(_ text: [UInt8]) -> Bool {
        state.withLock { state in
            guard state.outbox.append(text) != nil else { return false }
            Self.sendWaiting(&state)
            return true
        }
    }

    /// Nothing more will be said. The line ends when all that was said has arrived.
    ///
    /// - Returns: `false` if all has, and there is no line that could end.
    func endInput() -> Bool {
        state.withLock { state in
            state.isInputOver = true
            Self.sendWaiting(&state)
            return !(state.isLost && state.outbox.isEmpty)
        }
    }

    /// Waits for the end of the line that was dialled last.
    func ending() async -> Ending {
        var iterator = endings.makeAsyncIterator()
        return await iterator.next() ?? .finished
    }

    func lineOpened(_ channel: any Channel) {
        state.withLock { state in
            state.line = TalkLine(channel)
            state.wasOpen = true
            state.isLost = false
            state.outbox.lineLost()
        }
        tell(.joined(relay))
        state.withLock { Self.sendWaiting(&$0) }
    }

    func received(_ message: TalkMessage, on channel: any Channel) {
        switch message {
        case .received(let session, let number):
            let delivered = state.withLock { state in
                let count = state.outbox.acknowledged(session, upTo: number)
                Self.sendWaiting(&state)
                return count
            }
            if delivered > 0 { tell(.delivered(delivered)) }
        case .say(let session, let number, let text): heard(session, number, text, on: channel)
        }
    }

    func foundNoTalk(_ channel: any Channel) {
        state.withLock { $0.hasFoundNoTalk = true }
        TalkLine(channel).close()
    }

    func peerEnded(_ channel: any Channel) {
        // A relay that says goodbye first has nothing more to acknowledge: the line is of no further use.
        TalkLine(channel).end()
    }

    func lineClosed(_ channel: any Channel, error: LineError?) {
        let ending: Ending = state.withLock { state in
            defer { state.wasOpen = false }
            state.line = nil
            state.isLost = true
            state.outbox.lineLost()
            if state.hasFoundNoTalk { return .noTalk }
            // Of a line that broke when all was acknowledged nothing is missing but the goodbye.
            if error == nil || state.wasOpen, state.isInputOver, state.outbox.isEmpty { return .finished }
            return .broken(error ?? .lost, wasOpen: state.wasOpen)
        }
        endingsContinuation.yield(ending)
    }

    private func heard(_ session: TalkSession, _ number: UInt64, _ text: [UInt8], on channel: any Channel) {
        let (verdict, acknowledgement) = state.withLock { state in
            (
                state.inbox.receive(session, number: number),
                state.inbox.acknowledgementOfKnown(session, number: number)
            )
        }
        switch verdict {
        case .new: tell(.message(from: relay, text: text) { [weak self] in self?.show(session, number) })
        case .known:
            if let acknowledgement { TalkLine(channel).send([acknowledgement]) }
        case .tooMuch: TalkLine(channel).close()
        }
    }

    private func show(_ session: TalkSession, _ number: UInt64) {
        state.withLock { state in
            state.line?.send([state.inbox.show(session, number: number)])
            Self.sendWaiting(&state)
        }
    }

    /// What waits, and behind the last of it `end`: acknowledgements still come in on the other direction. Those that
    /// this end owes go before, for nothing may follow `end`.
    private static func sendWaiting(_ state: inout State) {
        guard let line = state.line else { return }
        line.send(state.outbox.takeSendable())
        if state.isInputOver, state.outbox.isAllOnThisLine, state.inbox.isShown { line.end() }
    }
}
