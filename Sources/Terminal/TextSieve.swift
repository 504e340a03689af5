/// Turns units from outside into text that is safe to print. One pass, never back.
///
/// Each step takes a piece that is printed whole or not at all (an escape, an emoji, a scalar), so a cut never leaves
/// half an escape.
struct TextSieve {
    private let units: [TextUnit]
    private let showsNewlineAsLetter: Bool
    private var position = 0
    private var marks = MarkTally()
    private var backslashes = BackslashRun()
    // A string, not its scalars: their `append(contentsOf:)` copies all of it each time.
    private var output = ""
    private var outputScalars = 0

    private init(_ units: [TextUnit], showsNewlineAsLetter: Bool) {
        self.units = units
        self.showsNewlineAsLetter = showsNewlineAsLetter
    }

    /// - Parameters:
    ///   - showsNewlineAsLetter: whether U+000A is `\n`; within a line of a message there is none.
    ///   - maxScalars: scalars of the result, the mark of a cut not counted.
    static func text(
        of units: [TextUnit], showsNewlineAsLetter: Bool, maxScalars: Int
    ) -> (text: String, isTruncated: Bool) {
        var sieve = TextSieve(units, showsNewlineAsLetter: showsNewlineAsLetter)
        let isWhole = sieve.takeAll(maxScalars: maxScalars)
        if !isWhole { sieve.output += VisibleEscape.truncation }
        return (sieve.output, !isWhole)
    }

    private mutating func takeAll(maxScalars: Int) -> Bool {
        while position < units.count {
            let piece = nextPiece()
            outputScalars += piece.unicodeScalars.count
            if outputScalars > maxScalars { return false }
            output += piece
        }
        return true
    }

    private mutating func nextPiece() -> String {
        if let length = EmojiSequence.length(in: units, at: position) { return emoji(length) }
        switch units[position] {
        case .invalidByte(let byte): return escape(VisibleEscape.of(invalidByte: byte))
        case .scalar(let scalar) where isEscaped(scalar):
            return escape(VisibleEscape.of(scalar, showsNewlineAsLetter: showsNewlineAsLetter))
        case .scalar(let scalar) where scalar.isMark: return mark(scalar)
        case .scalar("\\"): return backslash()
        case .scalar(let scalar): return visible(scalar)
        }
    }

    /// A lone regional indicator would join the one that another text begins with, so it counts as unseen.
    private func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isDrawn || scalar.isRegionalIndicator
    }

    private mutating func emoji(_ length: Int) -> String {
        var piece = ""
        for case .scalar(let scalar) in units[position..<position + length] { piece.unicodeScalars.append(scalar) }
        position += length
        marks.beginBase()
        return piece
    }

    private mutating func escape(_ text: String) -> String {
        position += 1
        marks.endBase()
        return text
    }

    private mutating func visible(_ scalar: Unicode.Scalar) -> String {
        position += 1
        marks.beginBase()
        return String(scalar)
    }

    private mutating func mark(_ scalar: Unicode.Scalar) -> String {
        guard marks.admits(scalar) else { return excessMarks(from: scalar) }
        position += 1
        return String(scalar)
    }

    /// One note for the whole run, or ten thousand marks would be ten thousand escapes.
    private mutating func excessMarks(from first: Unicode.Scalar) -> String {
        let start = position
        var isUniform = true
        while position < units.count, case .scalar(let scalar) = units[position], scalar.isDrawn, scalar.isMark {
            if scalar != first { isUniform = false }
            position += 1
        }
        marks.endBase()
        return VisibleEscape.of(first, times: position - start, isUniform: isUniform)
    }

    private mutating func backslash() -> String {
        if position >= backslashes.end {
            let end = units[position...].firstIndex { $0 != .scalar("\\") } ?? units.count
            backslashes = BackslashRun(end: end, isDoubled: looksLikeEscape(at: end))
        }
        position += 1
        marks.beginBase()
        return backslashes.isDoubled ? "\\\\" : "\\"
    }

    /// Whether a backslash before `index` would read as, or stand right before, an escape of ours.
    private func looksLikeEscape(at index: Int) -> Bool {
        guard index < units.count else { return false }
        guard case .scalar(let scalar) = units[index] else { return true }
        switch scalar {
        case "n": return showsNewlineAsLetter
        case "u", "x": return index + 1 < units.count && units[index + 1] == .scalar("{")
        default: return isEscaped(scalar) && EmojiSequence.length(in: units, at: index) == nil
        }
    }
}
