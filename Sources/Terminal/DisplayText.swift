/// Text that can't touch the machine: the only type that a screen or a log of Sotto accepts for words from outside.
///
/// `text` holds no control character, escape sequence, bidi control, line separator, zero-width, private or unassigned
/// scalar, and no base with a pile of marks: each is written as a visible escape (see `VisibleEscape`), and a long text
/// is cut with a visible mark. It is one line, begins with something that has a cell, and never traps nor takes more
/// than linear time. Emoji that Unicode recommends pass unchanged, and so does every script, with these exceptions:
///
/// - The non-joiner of Persian and the joiner of Indic scripts are shown as escapes. Where they are right they change a
///   shape that few terminals draw, and anywhere else they are unseen: two names that differ in one would look alike.
/// - A visible Arabic number sign of category Cf is shown as an escape too.
///
/// **A forged escape can't be told wrong.** Backslashes are doubled where they stand right before an escape or before
/// what reads as one (`u{`, `x{`, and `n` where a newline is `\n`), as on Windows command lines. So an odd run of
/// backslashes before `u{` is an escape and an even one is what somebody typed, while `C:\dir` and `¯\_(ツ)_/¯` stay.
/// Two different texts therefore read differently, but for marks past the limit, cuts, canonical equivalence (é in
/// one scalar or two) and letters that look alike (Cyrillic о): whoever compares names must look at the names.
///
/// **Idempotent** for text that needs no escape: it is its own `text`. A text with escapes, sieved again, stays safe and
/// gets its backslashes doubled, as somebody's typing of it would.
///
/// Equality is that of what is seen; never use it to tell people apart.
package struct DisplayText: Hashable, Sendable {
    /// Safe to print.
    package let text: String
    /// Whether something is missing at the end, where `\u{…}` stands.
    package let isTruncated: Bool

    /// - Parameter maxScalars: scalars of `text`, the mark of a cut not counted.
    package init(_ untrusted: String, maxScalars: Int = TerminalLimits.displayScalarsMax) {
        if Self.isPlain(untrusted, maxScalars: maxScalars) {
            self.init(plain: untrusted)
        } else {
            self.init(untrusted.unicodeScalars.map(TextUnit.scalar), maxScalars: maxScalars)
        }
    }

    /// Bytes that should be UTF-8; each that isn't comes out as `\x{ff}`.
    package init(untrustedBytes: some Sequence<UInt8>, maxScalars: Int = TerminalLimits.displayScalarsMax) {
        self.init(TextUnit.units(of: untrustedBytes), maxScalars: maxScalars)
    }

    /// Cells, by `CellWidth`.
    package var width: Int { CellWidth.of(text) }

    init(_ units: [TextUnit], showsNewlineAsLetter: Bool = true, maxScalars: Int) {
        (text, isTruncated) = TextSieve.text(
            of: units, showsNewlineAsLetter: showsNewlineAsLetter, maxScalars: maxScalars)
    }

    /// Whole clusters of another one.
    init(partOfOne text: String) { self.init(plain: text) }

    private init(plain text: String) {
        self.text = text
        isTruncated = false
    }

    private static func isPlain(_ text: String, maxScalars: Int) -> Bool {
        text.utf8.count <= maxScalars && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x5C }
    }
}

/// A literal of the program passes the same sieve; there is no way around it.
extension DisplayText: ExpressibleByStringLiteral {
    package init(stringLiteral literal: String) {
        self.init(literal, maxScalars: TerminalLimits.displayScalarsMax)
    }
}

extension DisplayText: CustomStringConvertible {
    package var description: String { text }
}
