import Sodium

/// A question on the terminal whose answer isn't shown.
enum HiddenQuestion {
    /// - Returns: nothing where there is no terminal, or no answer.
    static func answer(to question: String) -> Secret? {
        guard let terminal = try? UnechoedTerminal() else { return nil }
        try? DescriptorNumber.error.write(all: Array(question.utf8).span)
        let answer = try? DescriptorNumber.input.readSecretLine(byteCountMax: HomeLimits.passphraseByteCountMax)
        terminal.end()
        // The Enter wasn't shown either.
        StandardError.tell("")
        return answer
    }
}
