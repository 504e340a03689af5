import Identity
import NIOCore
import SecureChannel
import Synchronization

/// The host's end towards one device, over all the lines that it dials.
final class HostVisitor: TalkEnd {
    /// What became of something that was said.
    enum Said: Sendable {
        /// On its way, or kept until the device's line stands again.
        case kept
        /// Too much waits for the device already.
        case full
        /// The device has said goodbye.
        case gone
    }

    private struct State {
        var speaker: Speaker
        /// Who it is on the next line: a device may come back under another name, or another identity's word.
        var nextSpeaker: Speaker
        /// Whom the screen was told of.
        var announced: Speaker?
        var outbox = TalkOutbox()
        var inbox = TalkInbox()
        var line: TalkLine?
        /// The device has said `end` on its present line.
        var hasEnded = false
        /// The device has said goodbye, and no line of it has come since.
        var hasLeft = false
    }

    private let state: Mutex<State>
    private let hearing = Mutex<Void>(())
    private let screen: ScreenRoom
    private let tell: @Sendable (TalkEvent) -> Void
    private let presenceChanged: @Sendable (HostVisitor) -> Void

    /// `presenceChanged` is called after a line has opened or closed.
    init(
        speaker: Speaker, screen: ScreenRoom, tell: @escaping @Sendable (TalkEvent) -> Void,
        presenceChanged: @escaping @Sendable (HostVisitor) -> Void
    ) {
        state = Mutex(State(speaker: speaker, nextSpeaker: speaker))
        self.screen = screen
        self.tell = tell
        self.presenceChanged = presenceChanged
    }

    var isHere: Bool { state.withLock { $0.line != nil } }
    var hasLeft: Bool { state.withLock { $0.hasLeft } }

    /// The same device under the name that its newest credential bears, from its next line on.
    func renamed(_ speaker: Speaker) -> HostVisitor {
        state.withLock { $0.nextSpeaker = speaker }
        return self
    }

    func say(_ text: [UInt8]) -> Said {
        state.withLock { state in
            guard !state.hasLeft else { return .gone }
            guard state.outbox.append(text) != nil else { return .full }
            Self.sendWaiting(&state)
            return .kept
        }
    }

    func refuse(_ refusal: Refusal) async {
        await state.withLock { $0.line }?.refuse(refusal)
    }

    func lineOpened(_ channel: any Channel) {
        let (speaker, older, isAnnounced) = state.withLock { state in
            let older = state.line
            state.speaker = state.nextSpeaker
            let isAnnounced = older != nil && state.announced == state.speaker
            state.announced = state.speaker
            state.line = TalkLine(channel)
            state.hasEnded = false
            state.hasLeft = false
            state.outbox.lineLost()
            Self.sendWaiting(&state)
            return (state.speaker, older, isAnnounced)
        }
        presenceChanged(self)
        // A device has one line. The older one is a line that broke unnoticed.
        older?.close()
        if !isAnnounced { tell(.joined(speaker)) }
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

    /// A client answers nothing: its line has no such message.
    func foundNoTalk(_ channel: any Channel) {}

    func peerEnded(_ channel: any Channel) {
        // What the older line of a device still brings says nothing about its present one.
        state.withLock { if $0.line?.isOn(channel) == true { $0.hasEnded = true } }
        endIfDone()
    }

    func lineClosed(_ channel: any Channel, error: LineError?) {
        let (speaker, wasCurrent) = state.withLock { state in
            guard state.line?.isOn(channel) == true else { return (state.speaker, false) }
            state.line = nil
            state.outbox.lineLost()
            // The inbox stays: a goodbye that was lost on its way is said again, with all that came before it.
            state.hasLeft = error == nil
            if state.hasLeft { state.outbox = TalkOutbox() }
            return (state.speaker, true)
        }
        guard wasCurrent else { return }
        presenceChanged(self)
        tell(error == nil ? .left(speaker) : .lost(speaker))
    }

    /// One message after the other: an old line's last one and a new line's first may come on two threads, and none may
    /// be told before those that it follows.
    private func heard(_ session: TalkSession, _ number: UInt64, _ text: [UInt8], on channel: any Channel) {
        hearing.withLock { _ in takeIn(session, number, text, on: channel) }
    }

    private func takeIn(_ session: TalkSession, _ number: UInt64, _ text: [UInt8], on channel: any Channel) {
        guard screen.take(for: text) else { return TalkLine(channel).close() }
        let (verdict, acknowledgement, speaker) = state.withLock { state in
            (
                state.inbox.receive(session, number: number),
                state.inbox.acknowledgementOfKnown(session, number: number), state.speaker
            )
        }
        if verdict != .new { screen.give(backFor: text) }
        switch verdict {
        case .new:
            tell(
                .message(from: speaker, text: text) { [screen, weak self] in
                    screen.give(backFor: text)
                    self?.show(session, number)
                })
        case .known:
            if let acknowledgement { TalkLine(channel).send([acknowledgement]) }
        case .tooMuch: TalkLine(channel).close()
        }
    }

    private func show(_ session: TalkSession, _ number: UInt64) {
        state.withLock { state in
            state.line?.send([state.inbox.show(session, number: number)])
        }
        endIfDone()
    }

    /// Answers the device's `end` once all that it said is on this screen. What it hasn't acknowledged by then it
    /// never will: its direction is closed.
    private func endIfDone() {
        state.withLock { state in
            guard state.hasEnded, state.inbox.isShown else { return }
            state.hasEnded = false
            state.line?.end()
        }
    }

    private static func sendWaiting(_ state: inout State) {
        guard let line = state.line else { return }
        line.send(state.outbox.takeSendable())
    }
}
