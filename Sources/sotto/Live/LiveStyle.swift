/// How a person, or a pipe, is served at a client.
struct LiveStyle: Sendable {
    /// A person types; a pipe's lines are texts, whatever they begin with.
    let isTerminal: Bool
    /// What is typed stays on the screen as it was typed.
    let echoes: Bool
    /// What was said before is shown first.
    let showsPast: Bool
    /// Who joins a room goes into it.
    var followsJoining: Bool { isTerminal }
    /// The end of input is the end.
    let endsWithInput: Bool

    /// - Parameter plain: without a prompt.
    init(_ options: GlobalOptions, plain: Bool, endsWithInput: Bool) {
        isTerminal = DescriptorNumber.input.isTerminal
        let hasPrompt = options.isInteractive && !plain
        echoes = isTerminal && !hasPrompt && !options.json
        showsPast = isTerminal && !options.json
        self.endsWithInput = endsWithInput || isTerminal
    }
}
