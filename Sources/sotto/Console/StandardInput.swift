/// What is piped into a command, or typed for it.
enum StandardInput {
    /// What is asked for there.
    enum Wanted {
        case link
    }

    static func firstLine(_ wanted: Wanted) throws(Failure) -> String {
        if let line = readLine(strippingNewline: true) { return line }
        switch wanted {
        case .link:
            throw Failure(
                .wrongUsage, "There is no link on standard input.", mend: "printf '%s\\n' LINK | sotto join -")
        }
    }

    /// Without the last newline.
    static func all() -> String {
        var lines: [String] = []
        while let line = readLine(strippingNewline: true) { lines.append(line) }
        return lines.joined(separator: "\n")
    }
}
