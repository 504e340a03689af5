/// One piece of text from outside: a scalar, or a byte that is no UTF-8.
enum TextUnit: Equatable {
    case scalar(Unicode.Scalar)
    case invalidByte(UInt8)

    /// Reads bytes as UTF-8 and keeps every byte that isn't.
    static func units(of bytes: some Sequence<UInt8>) -> [TextUnit] {
        var assembler = UTF8Assembler()
        var units: [TextUnit] = []
        for byte in bytes { assembler.take(byte) { units.append($0) } }
        assembler.finish { units.append($0) }
        return units
    }
}
