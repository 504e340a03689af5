import Terminal

/// A question that only the word `yes` answers with yes.
enum Question {
    /// The terminal is in its ordinary mode: the person sees and edits what they type.
    static func isConfirmed(_ question: String) -> Bool {
        try? DescriptorNumber.error.write(all: Array((question + " [yes/no] ").utf8).span)
        guard let answer = try? DescriptorNumber.input.read(atMost: 1_024) else { return false }
        let word = String(decoding: answer, as: UTF8.self).lowercased()
        return word.trimmingWhitespace() == "yes"
    }
}

extension String {
    fileprivate func trimmingWhitespace() -> String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
