/// Finds the emoji made of several scalars (UTS #51) that may pass unescaped though they hold invisible ones.
///
/// Flags of two letters, keycaps, the three subdivision flags, and bases with a presentation selector or a skin tone,
/// joined at most `TerminalLimits.emojiJoinersMax` times. The text presentation selector (U+FE0E) never passes:
/// a terminal draws no difference, so it would only make two names look the same.
enum EmojiSequence {
    /// The number of units that the sequence beginning at `start` takes, or nil where none of two or more begins.
    static func length(in units: [TextUnit], at start: Int) -> Int? {
        guard let first = scalar(in: units, at: start) else { return nil }
        if first.isRegionalIndicator { return flagLength(in: units, at: start) }
        if first.value <= 0x7F { return keycapLength(first, in: units, at: start) }
        guard let end = joinedEnd(in: units, at: start), end - start > 1 else { return nil }
        return end - start
    }

    private static func flagLength(in units: [TextUnit], at start: Int) -> Int? {
        scalar(in: units, at: start + 1)?.isRegionalIndicator == true ? 2 : nil
    }

    private static func keycapLength(_ first: Unicode.Scalar, in units: [TextUnit], at start: Int) -> Int? {
        guard first.properties.isEmoji, scalar(in: units, at: start + 1) == EmojiScalar.presentation,
            scalar(in: units, at: start + 2) == EmojiScalar.keycap
        else { return nil }
        return 3
    }

    private static func joinedEnd(in units: [TextUnit], at start: Int) -> Int? {
        guard var end = elementEnd(in: units, at: start) else { return nil }
        for _ in 0..<TerminalLimits.emojiJoinersMax {
            guard scalar(in: units, at: end) == EmojiScalar.joiner, let next = elementEnd(in: units, at: end + 1)
            else { break }
            end = next
        }
        return end
    }

    private static func elementEnd(in units: [TextUnit], at start: Int) -> Int? {
        guard let base = scalar(in: units, at: start), base.isEmojiBase, !base.properties.isEmojiModifier
        else { return nil }
        if base == EmojiScalar.blackFlag, let end = subdivisionEnd(in: units, at: start + 1) { return end }
        guard let next = scalar(in: units, at: start + 1) else { return start + 1 }
        let isToned = next.properties.isEmojiModifier && base.properties.isEmojiModifierBase
        return next == EmojiScalar.presentation || isToned ? start + 2 : start + 1
    }

    private static func subdivisionEnd(in units: [TextUnit], at start: Int) -> Int? {
        for tags in EmojiScalar.subdivisions where units.dropFirst(start).starts(with: tags.map(TextUnit.scalar)) {
            return start + tags.count
        }
        return nil
    }

    private static func scalar(in units: [TextUnit], at index: Int) -> Unicode.Scalar? {
        guard index < units.count, case .scalar(let scalar) = units[index] else { return nil }
        return scalar
    }
}
