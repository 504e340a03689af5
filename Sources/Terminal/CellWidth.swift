/// How many terminal cells text fills, without asking the C library, whose answer depends on its locale and its age.
///
/// Terminals disagree about clusters of several scalars (an emoji family, a flag, an Indic conjunct). `of` is what a
/// terminal that follows UTS #51 draws; `reach` is the most that any terminal in use draws, each scalar by itself.
/// Whoever must stay inside a row plans with `reach`, and positions absolutely after such a cluster.
package enum CellWidth {
    /// 0 for marks and for what isn't drawn, 2 for East Asian Wide and Fullwidth, else 1.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        if !scalar.isDrawn || scalar.drawsOnItsBase { return 0 }
        return WideRanges.contain(scalar) ? 2 : 1
    }

    /// 0, 1 or 2; more only for an Indic conjunct or a run of Hangul letters, which Unicode calls one character.
    package static func of(_ character: Character) -> Int {
        var width = 0
        var (last, secondLast): (Unicode.Scalar?, Unicode.Scalar?)
        for scalar in character.unicodeScalars {
            width += advance(of: scalar, after: last, secondLast)
            (last, secondLast) = (scalar, last)
        }
        return width
    }

    package static func of(_ string: some StringProtocol) -> Int {
        string.reduce(0) { $0 + of($1) }
    }

    /// The widest that any terminal draws the character: never less than `of`.
    package static func reach(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.count == 1 { return of(character) }
        return scalars.reduce(0) { $0 + widest($1) }
    }

    private static func widest(_ scalar: Unicode.Scalar) -> Int {
        let isEmoji = scalar.isEmojiBase || scalar.isRegionalIndicator
        return isEmoji || scalar == EmojiScalar.presentation ? 2 : of(scalar)
    }

    /// The cells that a scalar adds to the cluster it stands in.
    private static func advance(
        of scalar: Unicode.Scalar, after last: Unicode.Scalar?, _ secondLast: Unicode.Scalar?
    ) -> Int {
        guard let last else { return of(scalar) }
        if last == EmojiScalar.joiner && scalar.isEmojiBase { return 0 }
        if scalar.properties.isEmojiModifier && last.properties.isEmojiModifierBase { return 0 }
        guard scalar == EmojiScalar.presentation, last.properties.isEmoji, secondLast != EmojiScalar.joiner
        else { return of(scalar) }
        return 2 - of(last)
    }
}
