/// Lays the prompt and the typed line out in one row of the screen.
///
/// The last cell stays empty for the cursor: a terminal that has drawn into it hangs between two rows. No cluster is
/// drawn where the terminal that draws it widest would wrap it.
struct PromptRow {
    /// A prompt that leaves fewer cells than this is cut, so that typing stays visible.
    private static let typedCellsMin = 8

    private let cells: Int
    private let colour: Bool
    private var column = 0
    private var style = TextStyle.plain
    private var output = ""

    /// What draws the row, from its first cell, and leaves the cursor where it belongs.
    ///
    /// - Parameter width: cells of the terminal.
    static func drawn(prompt: StyledText, editor: LineEditor, width: Int, colour: Bool) -> String {
        var row = PromptRow(cells: max(0, width - 1), colour: colour)
        row.draw(prompt)
        let cursor = row.draw(editor)
        row.turn(to: .plain)
        return row.output + ScreenCode.moveTo(cell: cursor)
    }

    private init(cells: Int, colour: Bool) {
        self.cells = cells
        self.colour = colour
    }

    private mutating func draw(_ prompt: StyledText) {
        let promptCells = max(0, cells - Self.typedCellsMin)
        let clusters = prompt.runs.flatMap { run in run.text.text.map { DrawnCluster($0, style: run.style) } }
        for cluster in clusters {
            guard column + cluster.reach <= promptCells else { return }
            draw(cluster)
        }
    }

    /// - Returns: the cell of the cursor.
    private mutating func draw(_ editor: LineEditor) -> Int {
        let window = TypedWindow(editor, cells: cells - column)
        for cluster in window.beforeCursor { draw(cluster) }
        let cursor = column
        for cluster in window.afterCursor { draw(cluster) }
        return cursor
    }

    private mutating func draw(_ cluster: DrawnCluster) {
        turn(to: cluster.style)
        output += cluster.text
        column += cluster.width
        if cluster.isSettled { return }
        output += ScreenCode.moveTo(cell: column)
        // What another terminal has drawn past our reckoning would stay as a ghost between later letters.
        if cluster.reach > cluster.width { output += ScreenCode.eraseToLineEnd }
    }

    private mutating func turn(to next: TextStyle) {
        guard colour, next != style else { return }
        if style != .plain { output += ScreenCode.plain }
        if let code = next.code { output += ScreenCode.style(code) }
        style = next
    }
}
