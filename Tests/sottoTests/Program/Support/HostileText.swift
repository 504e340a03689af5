import Foundation

/// What nobody else's words may do to a terminal.
enum HostileText {
    /// Each fits a message and, but for the last two, a line.
    static let all = [
        "\u{1B}[2J\u{1B}[41mcleared", "\u{1B}[?1049h", "\u{1B}]0;title\u{7}",
        "\u{1B}]8;;http://evil\u{1B}\\link\u{1B}]8;;\u{1B}\\",
        "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}P$q\"p\u{1B}\\", "\u{1B}c", "\u{9B}41m", "\u{9D}52;c;ZXZpbA==\u{9C}",
        "\u{90}q\u{9C}",
        "\u{7}\u{7}", "\u{8}\u{8}\u{8}\u{8}root", "\u{0}\u{E}\u{7F}\u{85}", "\rroot: sent",
        "\u{202E}exe.txt\u{2066}\u{200F}\u{61C}",
        "a\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{34F}\u{115F}\u{3164}b",
        "\u{E0041}\u{FE0F}\u{E000}\u{2028}\u{2029}",
        "e" + String(repeating: "\u{301}", count: 8_000), "\u{E33}" + String(repeating: "\u{E49}", count: 5_000),
    ]

    static let names = [
        "\u{1B}[41mAnn", "Ann\u{7}", "\u{9B}41mAnn", "An\u{8}n", "Ann\r", "Ann\nBob", "\u{202E}Ann", "An\u{200B}n",
        "Ann\u{301}\u{301}\u{301}", "Ann\u{85}", "Ann\u{2028}", "Ann\u{E000}", "A\u{AD}nn", "\u{FEFF}Ann",
    ]

    /// Whether the very bytes of `text` stand in `output`: a `Character` may hide them.
    static func stands(_ text: String, in output: String) -> Bool {
        Data(output.utf8).range(of: Data(text.utf8)) != nil
    }

    /// The scalars of `output` that do something other than to be seen; a line's end is none.
    static func untamed(in output: String) -> [Unicode.Scalar] {
        var markCount = 0
        return output.unicodeScalars.filter { scalar in
            let category = scalar.properties.generalCategory
            switch category {
            case .nonspacingMark, .enclosingMark, .spacingMark: markCount += 1
            default: markCount = 0
            }
            if markCount > 5 || scalar.properties.isDefaultIgnorableCodePoint { return true }
            switch category {
            case .control: return scalar != "\n"
            case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
            default: return false
            }
        }
    }

    /// `output` without what the program itself says to its terminal; none of it stands in ``all``.
    static func withoutOwnCodes(_ output: String) -> String {
        var rest = output[...]
        var result = ""
        while let start = rest.firstIndex(of: "\u{1B}") {
            result += rest[..<start]
            rest = rest[start...]
            guard let code = rest.prefixMatch(of: /\u{1B}\[(\?2004[hl]|K|J|H|[0-9]+G|(0|1|2|31|32|36|97;40)m)/) else {
                break
            }
            rest = rest[code.range.upperBound...]
        }
        var scalars = (result + rest).unicodeScalars
        scalars.removeAll { $0 == "\r" }
        return String(scalars)
    }
}
