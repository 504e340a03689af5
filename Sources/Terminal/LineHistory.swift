/// The lines sent before, and the walk through them. In memory only.
struct LineHistory: Sendable {
    private let linesMax: Int
    private var lines: [String] = []
    /// How many steps back the walk stands; 0 is the draft.
    private var age = 0
    private var draft = ""

    init(linesMax: Int) {
        self.linesMax = max(0, linesMax)
    }

    /// Keeps a line, unless it is empty or the same as the last.
    mutating func add(_ line: String) {
        if line.isEmpty || line == lines.last { return }
        lines.append(line)
        lines.removeFirst(max(0, lines.count - linesMax))
    }

    mutating func stopWalking() {
        age = 0
        draft = ""
    }

    /// One step back. What stands in the line is kept as the draft if the walk begins here; changes to an old line are
    /// lost when the walk goes on.
    mutating func older(than text: String) -> String? {
        if age >= lines.count { return nil }
        if age == 0 { draft = text }
        age += 1
        return lines[lines.count - age]
    }

    /// One step towards the draft.
    mutating func newer() -> String? {
        if age == 0 { return nil }
        age -= 1
        return age == 0 ? draft : lines[lines.count - age]
    }
}
