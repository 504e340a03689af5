extension StyledText {
    /// Rows of fewer than `width` cells, all but the first set in by `indent`.
    ///
    /// Left to the terminal, a long line goes on in the first cell of the next row: with enough spaces in it, its
    /// writer could make a row that reads as somebody else's.
    package func wrapped(width: Int, indent: DisplayText) -> [StyledText] {
        if staysWhole { return [self] }
        let cellsMax = max(width - 1, indent.width + 1)
        var rows: [StyledText] = []
        var row: [StyledText] = []
        var (cells, start) = (0, 0)
        for run in runs {
            var piece = ""
            for cluster in run.text.text {
                let reach = CellWidth.reach(of: cluster)
                if cells + reach > cellsMax, cells > start {
                    row.append(StyledText(DisplayText(partOfOne: piece), run.style))
                    rows.append(StyledText(row))
                    (row, piece) = ([StyledText(indent)], "")
                    (cells, start) = (indent.width, indent.width)
                }
                piece.append(cluster)
                cells += reach
            }
            row.append(StyledText(DisplayText(partOfOne: piece), run.style))
        }
        return rows + [StyledText(row)]
    }
}
