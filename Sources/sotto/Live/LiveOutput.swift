import Terminal

/// Results of commands on the screen of the client that they were typed at.
struct LiveOutput: CommandOutput {
    let console: any Console
    let json: Bool

    func show(_ line: ConsoleLine) { console.show(line) }

    func tell(_ sentence: String) { tell(sentence, event: nil) }

    /// - Parameter event: the same for programs.
    func tell(_ sentence: String, event: JSONObject?) {
        console.tell(ConsoleLine(StyledText("— ", .dim) + StyledText(DisplayText(sentence), .dim), object: event))
    }

    /// What went wrong, and what mends it.
    func tell(_ failure: Failure) {
        let object = JSONObject([
            "event": "failed", "status": .number(Int(failure.status.rawValue)), "why": .string(failure.sentence),
        ])
        tell(failure.sentence, event: object)
        if let mend = failure.mend, !json { tell(mend) }
    }
}
