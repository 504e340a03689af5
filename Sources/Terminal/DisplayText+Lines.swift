extension DisplayText {
    /// A message as lines: it is split at U+000A and at CR LF, and a tab becomes spaces. Everything else is as in one
    /// line, so a CR alone is an escape.
    ///
    /// The danger left is layout: a second line can read `Alice: yes`. Whoever draws it must indent or mark it.
    ///
    /// - Parameters:
    ///   - maxScalars: scalars of all lines together, spaces for tabs included; the line where they end carries the mark
    ///     of a cut and is the last.
    ///   - maxLines: lines (at least 1); if the message has more, one more line holds the mark alone.
    /// - Returns: at least one line; an empty message is one empty line.
    package static func lines(
        of untrusted: String, maxScalars: Int = TerminalLimits.displayScalarsMax,
        maxLines: Int = TerminalLimits.displayLinesMax
    ) -> [DisplayText] {
        var lines: [DisplayText] = []
        var scalarsLeft = maxScalars
        let pieces = untrusted.unicodeScalars.split(
            separator: "\n", maxSplits: max(1, maxLines), omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            let isLast = index == pieces.count - 1
            if index >= max(1, maxLines) { return lines + [cutMark] }
            let line = DisplayText(
                lineUnits(piece, endsInNewline: !isLast), showsNewlineAsLetter: false, maxScalars: scalarsLeft)
            lines.append(line)
            if line.isTruncated { return lines }
            scalarsLeft -= line.text.unicodeScalars.count
        }
        return lines
    }

    private static var cutMark: DisplayText {
        DisplayText([.scalar("\n")], maxScalars: 0)
    }

    private static func lineUnits(_ piece: Substring.UnicodeScalarView, endsInNewline: Bool) -> [TextUnit] {
        let line = endsInNewline && piece.last == "\r" ? piece.dropLast() : piece
        return line.flatMap { scalar in
            scalar == "\t"
                ? Array(repeating: TextUnit.scalar(" "), count: TerminalLimits.tabCells) : [.scalar(scalar)]
        }
    }
}
