extension UnicodeTable {
    /// The numbers of one packed text: base 36, with spaces between.
    static func numbers(in packed: String) -> [UInt32] {
        packed.utf8.split(separator: UInt8(ascii: " ")).map(number(in:))
    }

    /// One number in base 36.
    static func number(in word: Substring.UTF8View) -> UInt32 { word.reduce(0) { $0 * 36 + digit($1) } }

    private static func digit(_ character: UInt8) -> UInt32 {
        let isLetter = character >= UInt8(ascii: "a")
        return UInt32(character) - UInt32(isLetter ? UInt8(ascii: "a") - 10 : UInt8(ascii: "0"))
    }
}
