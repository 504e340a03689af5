/// A control sequence (ECMA-48 §5.4) after its ESC `[`, as it arrives.
struct ControlSequence: Sendable {
    private var parameters: [UInt8] = []
    private var isOverlong = false

    var isEmpty: Bool { parameters.isEmpty && !isOverlong }

    enum Step {
        case unfinished
        case finished(Meaning)
        /// The byte belongs to no sequence: it begins something else.
        case broken
    }

    enum Meaning {
        case key(Key)
        case pasteStart
        /// A Linux console's F1 to F5: one more byte follows.
        case functionKey
        case unknown
    }

    mutating func take(_ byte: UInt8) -> Step {
        switch byte {
        case 0x20...0x3F:
            append(byte)
            return .unfinished
        case 0x40...0x7E: return .finished(meaning(final: byte))
        default: return .broken
        }
    }

    /// The key of ESC `O` and a byte (SS3), nil where it is none of ours.
    static func shiftedKey(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "c"): .wordRight
        case UInt8(ascii: "d"): .wordLeft
        default: cursorKey(final, byWord: false)
        }
    }

    private mutating func append(_ byte: UInt8) {
        if parameters.count < TerminalLimits.controlSequenceBytesMax {
            parameters.append(byte)
        } else {
            isOverlong = true
        }
    }

    private func meaning(final: UInt8) -> Meaning {
        if isOverlong { return .unknown }
        if final == UInt8(ascii: "[") && parameters.isEmpty { return .functionKey }
        guard let numbers else { return .unknown }
        if final == UInt8(ascii: "~") { return Self.editingKey(numbers.first ?? 0) }
        // The second number is one more than the sum of 1 for Shift, 2 for Alt and 4 for Control.
        let modifiers = (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1
        if let key = Self.cursorKey(final, byWord: modifiers & 0b110 != 0) { return .key(key) }
        return final == UInt8(ascii: "Z") ? .key(.backTab) : .unknown
    }

    /// Nil where a parameter is no number below 65,536.
    private var numbers: [UInt16]? {
        let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let numbers = fields.map { $0.isEmpty ? 0 : UInt16(String(decoding: $0, as: UTF8.self)) }
        let known = numbers.compactMap { $0 }
        return known.count == numbers.count ? known : nil
    }

    private static func editingKey(_ number: UInt16) -> Meaning {
        switch number {
        case 1, 7: .key(.home)
        case 4, 8: .key(.end)
        case 3: .key(.delete)
        case 5: .key(.pageUp)
        case 6: .key(.pageDown)
        case 200: .pasteStart
        default: .unknown
        }
    }

    private static func cursorKey(_ final: UInt8, byWord: Bool) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): byWord ? .wordRight : .right
        case UInt8(ascii: "D"): byWord ? .wordLeft : .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        default: nil
        }
    }
}
