import Terminal

/// A QR code in half blocks: two modules above each other in one cell, with the light border that a reader needs.
struct QRPicture: Hashable, Sendable {
    /// In terminal cells.
    let columns: Int
    private let rows: [String]

    /// Light modules around the code (ISO/IEC 18004 §5.3.8).
    private static let border = 4

    init?(_ text: String) {
        guard let code = QRCode(text) else { return nil }
        let edges = -Self.border..<code.width + Self.border
        columns = edges.count
        rows = stride(from: edges.lowerBound, to: edges.upperBound, by: 2).map { row in
            String(edges.map { Self.cell(above: code[row: row, column: $0], below: code[row: row + 1, column: $0]) })
        }
    }

    /// Of digits in groups: who reads them takes them with or without the spaces.
    init?(ungrouped text: String) { self.init(text.filter { $0 != " " }) }

    /// Black on white whatever the terminal's colours are. Without colours as on a dark screen, where what is drawn is
    /// light.
    var lines: [StyledText] { rows.map { StyledText(whole: DisplayText($0), .whiteOnBlack) } }

    private static func cell(above: Bool, below: Bool) -> Character {
        switch (above, below) {
        case (false, false): "█"
        case (false, true): "▀"
        case (true, false): "▄"
        case (true, true): " "
        }
    }
}
