import FuzzSupport
import Terminal

enum TextFuzz {
    static func oneLine(_ bytes: [UInt8], maxScalars: Int) {
        let shown = DisplayText(untrustedBytes: bytes, maxScalars: maxScalars)
        check(shown, maxScalars: maxScalars)
        let text = String(decoding: bytes, as: UTF8.self)
        let fromText = DisplayText(text, maxScalars: maxScalars)
        check(fromText, maxScalars: maxScalars)
        if Array(text.utf8) == bytes {
            expect(fromText.text.unicodeScalars.elementsEqual(shown.text.unicodeScalars), "bytes and text differ")
        }
        if !shown.isTruncated && !shown.text.contains("\\") {
            let again = DisplayText(shown.text, maxScalars: maxScalars)
            expect(again.text.unicodeScalars.elementsEqual(shown.text.unicodeScalars), "clean text is changed")
        }
    }

    static func lines(_ bytes: [UInt8], maxScalars: Int, maxLines: Int) {
        let lines = DisplayText.lines(
            of: String(decoding: bytes, as: UTF8.self), maxScalars: maxScalars, maxLines: maxLines)
        expect((1...max(1, maxLines) + 1).contains(lines.count), "\(lines.count) lines")
        expect(lines.dropLast().allSatisfy { !$0.isTruncated }, "a line was cut and another follows")
        for line in lines { check(line, maxScalars: maxScalars) }
        let scalarCount = lines.reduce(0) { $0 + $1.text.unicodeScalars.count }
        expect(scalarCount <= maxScalars + Self.cutMark.count, "\(scalarCount) scalars")
    }

    private static let cutMark = "\\u{…}".unicodeScalars

    private static func check(_ shown: DisplayText, maxScalars: Int) {
        let scalars = Array(shown.text.unicodeScalars)
        expect(scalars.count <= maxScalars + (shown.isTruncated ? cutMark.count : 0), "\(scalars.count) scalars")
        expect(!shown.isTruncated || shown.text.hasSuffix("\\u{…}"), "cut without a mark")
        let width = CellWidth.of(shown.text)
        expect(width == shown.width && (0...2 * scalars.count).contains(width), "\(width) cells")
        expect(shown.text.allSatisfy { CellWidth.reach(of: $0) >= CellWidth.of($0) }, "wider than its reach")
        for (index, scalar) in scalars.enumerated() where isUnseen(scalar) {
            expect(
                isInsideEmoji(scalars, index), "U+\(String(scalar.value, radix: 16)) in \(shown.text.debugDescription)")
        }
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// The joiner, the variation selector and the tags may stand between the parts of an emoji.
    private static func isInsideEmoji(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = scalars[index - 1]
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch scalars[index] {
        case "\u{FE0F}": return before.properties.isEmoji
        case "\u{200D}": return after?.properties.isEmoji == true && (before.properties.isEmoji || before == "\u{FE0F}")
        case "\u{E0020}"..."\u{E007F}": return before == "\u{1F3F4}" || (0xE0061...0xE007A).contains(before.value)
        default: return false
        }
    }
}
