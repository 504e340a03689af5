/// Everything in this room that could grow, with its bound and its unit.
package enum TerminalLimits {
    /// Scalars of one `DisplayText`, counted after escaping and without the mark that says it was cut.
    package static let displayScalarsMax = 4_096
    /// Lines made of one message; what follows is one mark.
    package static let displayLinesMax = 256
    /// Cells that a tab fills inside a message.
    package static let tabCells = 4

    /// Diacritics of the shared blocks (U+0300 and the like) on one base. Their stacking is what "Zalgo" text is made of.
    package static let sharedMarksPerBaseMax = 2
    /// Marks of any kind on one base. Tibetan stacks, Burmese and pointed Hebrew need three to five.
    package static let marksPerBaseMax = 5
    /// Joiners in one emoji. The longest that Unicode recommends (a kiss of two people) has three.
    package static let emojiJoinersMax = 3

    /// Bytes of an unfinished control sequence that are kept; the rest of it is swallowed.
    package static let controlSequenceBytesMax = 32
    /// Bytes of an operating-system command or the like from the terminal that are swallowed before keys count again.
    package static let controlStringBytesMax = 4_096
    /// Bytes of one bracketed paste.
    package static let pasteBytesMax = 65_536

    /// Bytes (UTF-8) of the line being typed, unless the editor is told otherwise.
    package static let lineBytesMax = 16_384
    /// Lines that Up and Down walk through.
    package static let historyLinesMax = 200

    /// Cells a terminal may be wide; a larger number is taken for this.
    package static let screenCellsMax = 10_000
    /// Cells assumed of a terminal that doesn't say.
    package static let unknownScreenCells = 80
}
