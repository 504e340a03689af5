/// One character as it is drawn in the prompt's row: itself, or the escape that stands for it.
struct DrawnCluster: Sendable {
    let text: String
    let style: TextStyle
    /// Cells by our reckoning.
    let width: Int
    /// Cells by the reckoning of the terminal that draws it widest.
    let reach: Int

    init(_ character: Character, style: TextStyle = .plain) {
        text = DisplayText(String(character)).text
        self.style = style
        width = CellWidth.of(text)
        reach = text.reduce(0) { $0 + CellWidth.reach(of: $1) }
    }

    /// A character of the line being typed. An escape is dim, so that it isn't taken for typed letters.
    init(typed character: Character) {
        let cluster = DrawnCluster(character)
        let isEscape = cluster.text.unicodeScalars.count != character.unicodeScalars.count
        self = isEscape ? DrawnCluster(character, style: .dim) : cluster
    }

    /// Itself, or a mark of one cell if it takes more cells than that.
    func fitting(cells: Int) -> DrawnCluster {
        reach <= cells ? self : DrawnCluster("…", style: .dim)
    }

    /// Whether every terminal agrees on where the next one stands: a cell a scalar, of scripts narrow everywhere.
    var isSettled: Bool {
        width == text.unicodeScalars.count && text.unicodeScalars.allSatisfy { $0.value < 0x1100 }
    }
}
