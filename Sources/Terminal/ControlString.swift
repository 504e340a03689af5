/// Swallows a control string (ECMA-48 §5.6: OSC, DCS, SOS, PM, APC) up to BEL or ESC `\`.
struct ControlString: Sendable {
    private var byteCount = 0
    private var endsWithEscape = false

    enum Step {
        case unfinished, finished
        /// The string ended with the ESC before this byte, and the two begin a key.
        case escaped
        /// The byte belongs to no string, or the string is too long: the byte begins something else.
        case broken
    }

    mutating func take(_ byte: UInt8) -> Step {
        byteCount += 1
        if byteCount > TerminalLimits.controlStringBytesMax { return .broken }
        if endsWithEscape { return byte == UInt8(ascii: "\\") ? .finished : .escaped }
        switch byte {
        case 0x07: return .finished
        case 0x1B: endsWithEscape = true
        // Interrupt and the like must work whatever the terminal says.
        case 0x00..<0x20: return .broken
        default: break
        }
        return .unfinished
    }
}
