import Identity
import NIOCore
import Terminal

/// Puts what happens in a talk on a console.
struct TalkPresenter: Sendable {
    let console: any Console
    /// Stands before what the person at this terminal has said, in place of `you`.
    var ownName: DisplayName?

    func tell(_ event: TalkEvent) {
        switch event {
        case .joined(let speaker): tell(speaker, "is here", "joined", fingerprint: true)
        case .left(let speaker): tell(speaker, "has left", "left")
        case .lost(let speaker): tell(speaker, "was lost; waiting for their return", "lost")
        case .message(let speaker, let text, let shown): show(speaker, text, shown)
        case .delivered(let count):
            console.tell(ConsoleLine([], object: JSONObject(["event": "delivered", "count": .number(count)])))
        }
    }

    /// A sentence of the program's own about the talk.
    func tell(_ sentence: StyledText, event: JSONObject? = nil) {
        console.tell(ConsoleLine("— " + sentence, object: event))
    }

    /// What the person at this terminal has said, where the prompt has taken it away.
    func showOwn(_ text: String) {
        let lines = DisplayText.lines(of: text, maxScalars: TalkLimits.textBytesMax)
        let own = DisplayText((ownName?.text ?? "you") + ": ")
        console.show(
            ConsoleLine(lines.enumerated().map { StyledText($0 == 0 ? own : "  ", .bold) + StyledText($1) }))
    }

    func tellLineTooLong() {
        tell(
            StyledText(DisplayText("a line has more than \(TalkLimits.textBytesMax) bytes: it wasn't sent")),
            event: JSONObject(["event": "tooLong"]))
    }

    func tellMissed(_ reach: HostTalk.Reach) {
        tell(
            StyledText(
                DisplayText(
                    "too much waits for \(reach.missed) of \(reach.missed + reach.reached): they won't get that")),
            event: JSONObject(["event": "unsent", "missed": .number(reach.missed)]))
    }

    func tellLost(_ wait: TimeAmount) {
        let seconds = (wait.nanoseconds + 999_999_999) / 1_000_000_000
        tell(
            StyledText(DisplayText("no line to the relay; trying again in \(seconds) s"), .dim),
            event: JSONObject(["event": "waiting", "seconds": .number(Int(seconds))]))
    }

    private func show(_ speaker: Speaker, _ text: [UInt8], _ shown: @escaping @Sendable () -> Void) {
        let line = ConsoleLine(
            text: { Self.lines(of: text, from: speaker) },
            object: {
                JSONObject([
                    "event": "message", "from": .string(speaker.nameForPrograms),
                    "fingerprint": .string(speaker.fingerprint.text),
                    "text": .string(String(decoding: text, as: UTF8.self)),
                ])
            })
        console.show(line, shown: shown)
    }

    /// What follows a first line is set in, so that nobody can write a line that looks like another's. Bytes that
    /// aren't UTF-8 come out as escapes, so that no two texts look the same.
    private static func lines(of text: [UInt8], from speaker: Speaker) -> [StyledText] {
        let valid = String(validating: text, as: UTF8.self)
        let lines =
            valid.map { DisplayText.lines(of: $0, maxScalars: TalkLimits.textBytesMax) }
            ?? [DisplayText(untrustedBytes: text, maxScalars: TalkLimits.textBytesMax)]
        let name = StyledText(speaker.name, speaker.style)
        return lines.enumerated().map { index, line in (index == 0 ? name + ": " : "  ") + StyledText(line) }
    }

    private func tell(_ speaker: Speaker, _ words: DisplayText, _ event: String, fingerprint: Bool = false) {
        var line = StyledText("— ", .dim) + StyledText(speaker.name, speaker.style)
        line = line + StyledText(" ", .dim) + StyledText(words, .dim)
        if fingerprint { line = line + StyledText(DisplayText(" · " + speaker.fingerprint.text), .dim) }
        let object = JSONObject([
            "event": .string(event), "from": .string(speaker.nameForPrograms),
            "fingerprint": .string(speaker.fingerprint.text),
        ])
        console.tell(ConsoleLine(line, object: object))
    }
}

extension Speaker {
    fileprivate var name: DisplayText {
        switch self {
        case .relay: "relay"
        case .client(let name, _): DisplayText(name.text)
        }
    }

    fileprivate var nameForPrograms: String {
        switch self {
        case .relay: "relay"
        case .client(let name, _): name.text
        }
    }

    fileprivate var fingerprint: Fingerprint {
        switch self {
        case .relay(let fingerprint), .client(_, let fingerprint): fingerprint
        }
    }

    fileprivate var style: TextStyle {
        switch self {
        case .relay: .green
        case .client: .cyan
        }
    }
}
