/// A line as somebody typed it at a client: something to say, or a command behind a slash.
enum TypedLine: Equatable, Sendable {
    case text(String)
    case quit
    case help
    /// Go into another room.
    case room(String)
    /// The words of a command of `sotto`.
    case command([String])

    /// Two slashes are a text that begins with one.
    init(_ line: String) {
        guard line.hasPrefix("/") else {
            self = .text(line)
            return
        }
        guard !line.hasPrefix("//") else {
            self = .text(String(line.dropFirst()))
            return
        }
        let words = Self.words(of: String(line.dropFirst()))
        switch (words.first, words.count) {
        case ("quit", 1), ("q", 1), ("exit", 1): self = .quit
        case (nil, _), ("help", 1): self = .help
        case ("room", 2): self = .room(words[1])
        default: self = .command(words)
        }
    }

    /// The command with the room that it is about, where it is about one and names none.
    static func completed(_ words: [String], in room: String?) -> [String] {
        guard let name = words.first, aboutRooms.contains(name), let room else { return words }
        if let next = words.dropFirst().first, next.hasPrefix("#") { return words }
        return [name, room] + words.dropFirst()
    }

    /// Commands whose first argument is a room.
    private static let aboutRooms: Set = [
        "members", "invite", "links", "leave", "history", "remove", "rename", "admin",
    ]

    /// Words between blanks; quotes hold several together.
    private static func words(of line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            switch (character, quote) {
            case (let closing, let open?) where closing == open: quote = nil
            case (_, .some): word = (word ?? "") + String(character)
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (" ", nil), ("\t", nil):
                if let whole = word { words.append(whole) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
