import SecureChannel
import Synchronization
import Terminal

/// What a person, or a pipe, says at a client.
final class ClientInput: Sendable {
    private let talk: ClientTalk
    private let presenter: TalkPresenter
    private let room: SendingRoom
    private let stop: StopSignal
    /// The prompt takes away what was typed: it is shown again as a line.
    private let hasPrompt: Bool
    private let skippedLines = Atomic<Int>(0)

    init(talk: ClientTalk, presenter: TalkPresenter, room: SendingRoom, stop: StopSignal, hasPrompt: Bool) {
        self.talk = talk
        self.presenter = presenter
        self.room = room
        self.stop = stop
        self.hasPrompt = hasPrompt
    }

    func take(_ input: ConsoleInput) {
        switch input {
        case .line(let line) where line.isEmpty: break
        case .line(let line): say(line)
        case .lineTooLong:
            skippedLines.add(1, ordering: .relaxed)
            presenter.tellLineTooLong()
        case .end: if !talk.endInput() { stop.fire() }
        case .interrupt: stop.fire()
        }
    }

    /// - Throws: ``Failure`` if something typed has not arrived.
    func checkNothingIsLeft() throws(Failure) {
        let unsent = talk.waitingCount + skippedLines.load(ordering: .relaxed)
        guard unsent > 0 else { return }
        throw Failure(.failed, "\(unsent) of your messages didn't arrive.", mend: "Say them again.")
    }

    /// A pipe waits until there is room; a person is told.
    private func say(_ line: String) {
        guard room.take(waiting: !hasPrompt), talk.say(Array(line.utf8)) else {
            return presenter.tell("too much waits to be sent: that wasn't taken")
        }
        if hasPrompt { presenter.showOwn(line) }
    }
}
