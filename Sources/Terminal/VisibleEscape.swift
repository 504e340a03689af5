/// How the unseen is written: `\u{1b}`, `\x{ff}` for a byte that is no UTF-8, `\n`, `\u{301×9998}` for marks that a base
/// doesn't carry (`\u{301…×9998}` when they are of several kinds), `\u{…}` where the text was cut.
enum VisibleEscape {
    static let truncation = "\\u{…}"

    static func of(_ scalar: Unicode.Scalar, showsNewlineAsLetter: Bool) -> String {
        scalar == "\n" && showsNewlineAsLetter ? "\\n" : "\\u{\(hex(scalar.value))}"
    }

    static func of(invalidByte byte: UInt8) -> String {
        "\\x{\(hex(UInt32(byte)))}"
    }

    static func of(_ mark: Unicode.Scalar, times count: Int, isUniform: Bool) -> String {
        let times = count == 1 ? "" : isUniform ? "×\(count)" : "…×\(count)"
        return "\\u{\(hex(mark.value))\(times)}"
    }

    private static func hex(_ value: UInt32) -> String {
        String(value, radix: 16)
    }
}
