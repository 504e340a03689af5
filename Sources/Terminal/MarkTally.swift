/// Counts the marks on the present base.
struct MarkTally {
    private var hasBase = false
    private var sharedCount = 0
    private var count = 0

    mutating func beginBase() {
        self = MarkTally()
        hasBase = true
    }

    /// After an escape, and at the start, nothing is there to carry a mark: it would land on a bracket of ours or on
    /// what the program wrote before.
    mutating func endBase() {
        self = MarkTally()
    }

    /// Counts the mark if there is room for it on the base. A spacing mark has a cell and may be its own base: some
    /// (Burmese U+102C) are characters of their own to Unicode, so a cursor can stand before them.
    mutating func admits(_ mark: Unicode.Scalar) -> Bool {
        if !hasBase && mark.properties.generalCategory == .spacingMark { beginBase() }
        guard hasBase, count < TerminalLimits.marksPerBaseMax else { return false }
        if mark.isSharedMark {
            guard sharedCount < TerminalLimits.sharedMarksPerBaseMax else { return false }
            sharedCount += 1
        }
        count += 1
        return true
    }
}
