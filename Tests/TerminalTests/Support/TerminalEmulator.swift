import Terminal

/// A terminal in raw mode, as small as can be: rows that scroll up, a cursor that hangs in the last cell before it wraps,
/// and the vocabulary of `ScreenCode`. Whatever else it is told is a violation.
struct TerminalEmulator {
    /// How the terminal reckons clusters of several scalars.
    enum Reckoning: CaseIterable {
        /// By UTS #51, as `CellWidth` does.
        case clusters
        /// Each scalar by itself, flags' letters wide: a terminal that draws as wide as any.
        case scalars
    }

    private(set) var rows: [[String]]
    private(set) var row = 0
    private(set) var column = 0
    private(set) var violations: [String] = []
    private var hangs = false
    private var firstVisibleRow = 0
    private let width: Int
    private let height = 24
    private let reckoning: Reckoning

    init(width: Int, reckoning: Reckoning = .clusters) {
        self.width = width
        self.reckoning = reckoning
        rows = [Self.emptyRow(width)]
    }

    /// The rows as text, blanks at their ends left out.
    var lines: [String] { rows.map(Self.text) }
    var lastLine: String { rows.last.map(Self.text) ?? "" }

    mutating func write(_ output: String) {
        var scalars = Substring(output).unicodeScalars
        while let scalar = scalars.first {
            switch scalar {
            case "\r": moveTo(column: 0)
            case "\n": lineFeed()
            case "\u{1B}":
                takeSequence(&scalars)
                continue
            case _ where scalar.properties.generalCategory == .control: violations.append("control \(scalar.value)")
            default:
                let run = scalars.prefix { $0.properties.generalCategory != .control }
                draw(String(run))
                scalars = scalars.dropFirst(run.count)
                continue
            }
            scalars.removeFirst()
        }
    }

    private mutating func takeSequence(_ scalars: inout Substring.UnicodeScalarView) {
        let body = scalars.dropFirst().prefix { !("A"..."Z").contains($0) && !("a"..."z").contains($0) }
        let final = scalars.dropFirst(body.count + 1).first
        let number = Int(String(body.dropFirst())) ?? 0
        scalars = scalars.dropFirst(body.count + 2)
        switch (body.first, final) {
        case ("[", "K"): erase(from: column)
        case ("[", "J"): eraseBelow()
        case ("[", "G"): moveTo(column: max(1, number) - 1)
        case ("[", "H"): (row, column, hangs) = (firstVisibleRow, 0, false)
        case ("[", "m"): break
        default: violations.append("sequence \(String(body)) \(final.map(String.init) ?? "")")
        }
    }

    private mutating func moveTo(column: Int) {
        (self.column, hangs) = (min(column, width - 1), false)
    }

    private mutating func lineFeed() {
        row += 1
        hangs = false
        if row == rows.count { rows.append(Self.emptyRow(width)) }
        firstVisibleRow = max(firstVisibleRow, row - height + 1)
    }

    private mutating func erase(from column: Int) {
        for cell in column..<width { rows[row][cell] = " " }
    }

    private mutating func eraseBelow() {
        erase(from: column)
        rows.removeLast(rows.count - row - 1)
    }

    private mutating func draw(_ run: String) {
        switch reckoning {
        case .clusters: for character in run { put(String(character), cells: CellWidth.of(character)) }
        case .scalars:
            for scalar in run.unicodeScalars {
                let isFlagLetter = (0x1F1E6...0x1F1FF).contains(scalar.value)
                put(String(Character(scalar)), cells: isFlagLetter ? 2 : CellWidth.of(scalar))
            }
        }
    }

    private mutating func put(_ text: String, cells: Int) {
        if cells == 0 {
            rows[row][max(0, hangs ? column : column - 1)] += text
            return
        }
        if hangs || column + cells > width {
            lineFeed()
            column = 0
        }
        for cell in column..<min(width, column + cells) { rows[row][cell] = "" }
        rows[row][column] = text
        column += cells
        if column >= width { (column, hangs) = (width - 1, true) }
    }

    private static func emptyRow(_ width: Int) -> [String] {
        Array(repeating: " ", count: width)
    }

    private static func text(_ row: [String]) -> String {
        var text = row.joined()
        while text.last == " " { text.removeLast() }
        return text
    }
}
