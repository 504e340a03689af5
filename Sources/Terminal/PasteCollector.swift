/// The text between ESC `[200~` and ESC `[201~`.
///
/// What lies between is text, even Ctrl-C. A terminal must not let an ESC through from the clipboard; if it does, the
/// text can end its own paste, and what follows counts as typed.
struct PasteCollector: Sendable {
    private static let terminator = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    private var matched = 0
    private var isTooLong = false

    /// The paste, with the last byte of the terminator.
    mutating func take(_ byte: UInt8) -> Key? {
        if byte == Self.terminator[matched] {
            matched += 1
            return matched == Self.terminator.count ? key : nil
        }
        append(Self.terminator.prefix(matched))
        // ESC stands at the terminator's start only, so nothing but an ESC can begin it anew.
        matched = byte == Self.terminator[0] ? 1 : 0
        if matched == 0 { append(CollectionOfOne(byte)) }
        return nil
    }

    private mutating func append(_ more: some Collection<UInt8>) {
        if bytes.count + more.count > TerminalLimits.pasteBytesMax { isTooLong = true }
        if isTooLong { bytes = [] } else { bytes.append(contentsOf: more) }
    }

    private var key: Key {
        isTooLong ? .pasteTooLong : .paste(Self.withUnixLineEnds(String(decoding: bytes, as: UTF8.self)))
    }

    /// Pasted line ends arrive as `\r`.
    private static func withUnixLineEnds(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if !(scalar == "\n" && previous == "\r") { result.append(scalar == "\r" ? "\n" : scalar) }
            previous = scalar
        }
        return String(result)
    }
}
