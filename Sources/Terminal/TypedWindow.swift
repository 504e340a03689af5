/// The part of the typed line that is shown: all of it where it fits, else a piece around the cursor. Looks at no more of
/// the line than it shows.
struct TypedWindow {
    private(set) var beforeCursor: [DrawnCluster] = []
    private(set) var afterCursor: [DrawnCluster] = []
    private let cells: Int
    private var usedCells = 0

    /// - Parameter cells: what both parts may fill, in the terminal that draws them widest.
    init(_ editor: LineEditor, cells: Int) {
        self.cells = cells
        takeBefore(editor.textBeforeCursor, keeping: reserve(for: editor.textAfterCursor))
        takeAfter(editor.textAfterCursor)
    }

    /// A third of the row, or less, stays for what follows the cursor.
    private var reserveMax: Int { cells / 3 }

    private func reserve(for text: String) -> Int {
        var needed = 0
        for character in text where needed < reserveMax { needed += cluster(character).reach }
        return min(needed, reserveMax)
    }

    private func cluster(_ character: Character) -> DrawnCluster {
        DrawnCluster(typed: character).fitting(cells: cells - reserveMax)
    }

    private mutating func takeBefore(_ text: String, keeping reserve: Int) {
        var limit = cells - reserve
        for character in text.reversed() {
            let cluster = cluster(character)
            let used = usedCells + cluster.width
            // What stands left of this cluster pushes it right, but never so far that it could wrap.
            limit = min(limit, cells - cluster.reach + used)
            if used > limit { break }
            usedCells = used
            beforeCursor.append(cluster)
        }
        beforeCursor.reverse()
    }

    private mutating func takeAfter(_ text: String) {
        for character in text {
            let cluster = cluster(character)
            if usedCells + cluster.reach > cells { return }
            usedCells += cluster.width
            afterCursor.append(cluster)
        }
    }
}
