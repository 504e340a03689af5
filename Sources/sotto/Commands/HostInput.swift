import Terminal

/// What is typed, or piped, at a host.
struct HostInput: Sendable {
    let talk: HostTalk
    let presenter: TalkPresenter
    let stop: StopSignal
    /// The prompt takes away what was typed: it is shown again as a line.
    let hasPrompt: Bool

    func take(_ input: ConsoleInput) {
        switch input {
        case .line(let line) where line.isEmpty: break
        case .line(let line): say(line)
        case .lineTooLong: presenter.tellLineTooLong()
        // A host started without a terminal has no input, and goes on.
        case .end: if DescriptorNumber.input.isTerminal { stop.fire() }
        case .interrupt: stop.fire()
        }
    }

    private func say(_ line: String) {
        let reach = talk.say(Array(line.utf8))
        if reach.missed > 0 { return presenter.tellMissed(reach) }
        guard reach.reached > 0 else {
            return presenter.tell("nobody is here: that wasn't sent", event: JSONObject(["event": "unsent"]))
        }
        if hasPrompt { presenter.showOwn(line) }
    }
}
