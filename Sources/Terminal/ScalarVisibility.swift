/// What a scalar does on a screen.
extension Unicode.Scalar {
    /// False for all that a reader can't see or that commands the terminal: categories Cc, Cf, Cs, Co, Cn, Zl and Zp,
    /// and Default_Ignorable_Code_Point, which adds the Hangul fillers, the variation selectors, the grapheme joiner
    /// and the tags.
    ///
    /// Unassigned scalars count as unseen: what they will be is unknown, and a font shows the same box for all of them.
    var isDrawn: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: !properties.isDefaultIgnorableCodePoint
        }
    }

    /// True for what has no cell of its own: nonspacing and enclosing marks, and the Hangul vowels and finals that
    /// follow a leading consonant.
    var drawsOnItsBase: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
        }
    }

    /// True for what leans on the scalar before it, whether or not it has a cell.
    var isMark: Bool {
        drawsOnItsBase || properties.generalCategory == .spacingMark
    }

    /// True for the diacritics that belong to no script and stack without end.
    var isSharedMark: Bool {
        switch value {
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        default: false
        }
    }

    var isRegionalIndicator: Bool {
        (0x1F1E6...0x1F1FF).contains(value)
    }

    /// True for what may begin an emoji, the digits of keycaps and the letters of flags set aside.
    var isEmojiBase: Bool {
        value > 0x7F && properties.isEmoji && !isRegionalIndicator
    }
}
