/// The keys that are one scalar.
enum ControlKey {
    /// Nil for C1 controls, which no keyboard sends.
    static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x01...0x1A: .control(letter(scalar, from: 0x60))
        case 0x00...0x1F: .control(letter(scalar, from: 0x40))
        case 0x80...0x9F: nil
        default: .text(scalar)
        }
    }

    private static func letter(_ scalar: Unicode.Scalar, from base: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(base | UInt8(truncatingIfNeeded: scalar.value))
    }
}
