import Terminal

/// What one check has found.
struct Finding: Sendable, Equatable {
    enum State: String, Sendable {
        case ok
        case warn
        case fail
    }

    let check: String
    let state: State
    let sentence: String
    /// What to do; nothing where all is well.
    let mend: String?

    private init(_ check: String, _ state: State, _ sentence: String, mend: String?) {
        (self.check, self.state, self.sentence, self.mend) = (check, state, sentence, mend)
    }

    static func ok(_ check: String, _ sentence: String) -> Finding { Finding(check, .ok, sentence, mend: nil) }

    static func warn(_ check: String, _ sentence: String, mend: String) -> Finding {
        Finding(check, .warn, sentence, mend: mend)
    }

    static func fail(_ check: String, _ sentence: String, mend: String?) -> Finding {
        Finding(check, .fail, sentence, mend: mend)
    }

    static func fail(_ check: String, _ failure: Failure) -> Finding {
        Finding(check, .fail, failure.sentence, mend: failure.mend)
    }

    func print(_ options: GlobalOptions) {
        guard options.json else {
            if options.quiet, state == .ok { return }
            let hasColour = options.hasColour(on: .output)
            for line in lines { StandardOutput.print(line.rendered(colour: hasColour)) }
            return
        }
        var object = JSONObject([
            "check": .string(check), "state": .string(state.rawValue), "sentence": .string(sentence),
        ])
        if let mend { object.add("mend", .string(mend)) }
        StandardOutput.print(object.line)
    }

    /// What follows a first line is set in.
    private var lines: [StyledText] {
        let style: TextStyle =
            switch state {
            case .ok: .green
            case .warn: .yellow
            case .fail: .red
            }
        let head =
            StyledText(DisplayText(Self.padded(state.rawValue, 6)), style)
            + StyledText(DisplayText(Self.padded(check, 12)))
        let rest = ([sentence] + [mend].compactMap { $0 }).flatMap { $0.split(separator: "\n") }
        return rest.enumerated().map { index, line in
            let words = StyledText(DisplayText(String(line)))
            return (index == 0 ? head : StyledText(DisplayText(Self.padded("", 18)))) + words
        }
    }

    private static func padded(_ text: String, _ count: Int) -> String {
        text + String(repeating: " ", count: max(1, count - text.count))
    }
}
