/// Turns the bytes of a terminal in raw mode into keys, whatever way the bytes are cut into reads.
///
/// **A lone escape.** ESC is a key and also the first byte of other keys; only time tells. While `hasPendingEscape` is
/// true the caller runs a timer of about 30 ms, restarted by every byte, and then calls `flushPendingEscape()`. That
/// also ends a control sequence that never ends, so no key can stop the keyboard.
///
/// **Bounded.** At most `TerminalLimits.pasteBytesMax` bytes are held; unknown and overlong sequences are swallowed.
///
/// **Paste.** Between `ScreenCode.bracketedPasteOn` and `…Off` a paste is one key. A terminal without bracketed paste
/// sends it as typing, and its `\r` are Enter: that can't be told from here.
package struct KeyParser: Sendable {
    private var state = State.ground
    private var assembler = UTF8Assembler()
    /// Beside the state, not in it: taken out and put back, it would be copied with every byte.
    private var paste = PasteCollector()

    package init() {}

    package var hasPendingEscape: Bool {
        switch state {
        case .ground, .paste: false
        case .escape, .sequence, .shiftedKey, .functionKey, .controlString: true
        }
    }

    package mutating func take(_ bytes: some Sequence<UInt8>) -> [Key] {
        var keys: [Key] = []
        for byte in bytes { take(byte, into: &keys) }
        return keys
    }

    /// The timer fired: what is pending is a key by itself, or nothing.
    package mutating func flushPendingEscape() -> Key? {
        defer { if hasPendingEscape { state = .ground } }
        return switch state {
        case .escape: .escape
        case .sequence(let sequence): sequence.isEmpty ? .alt("[") : nil
        case .shiftedKey: .alt("O")
        case .ground, .paste, .functionKey, .controlString: nil
        }
    }

    private mutating func take(_ byte: UInt8, into keys: inout [Key]) {
        switch state {
        case .ground: takeInGround(byte, into: &keys)
        case .escape: takeAfterEscape(byte, into: &keys)
        case .sequence(let sequence): take(byte, in: sequence, into: &keys)
        case .shiftedKey: takeShiftedKey(byte, into: &keys)
        case .functionKey: state = .ground
        case .controlString(let string): take(byte, in: string, into: &keys)
        case .paste: takeInPaste(byte, into: &keys)
        }
    }

    private mutating func takeInGround(_ byte: UInt8, into keys: inout [Key]) {
        var units: [TextUnit] = []
        assembler.take(byte) { units.append($0) }
        for unit in units {
            switch unit {
            case .invalidByte: keys.append(.text("\u{FFFD}"))
            case .scalar("\u{1B}"): state = .escape
            case .scalar(let scalar): if let key = ControlKey.key(scalar) { keys.append(key) }
            }
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8, into keys: inout [Key]) {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .sequence(ControlSequence())
        case UInt8(ascii: "O"): state = .shiftedKey
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            state = .controlString(ControlString())
        case 0x0D, 0x20...0x7F: keys.append(.alt(Unicode.Scalar(byte)))
        default:
            keys.append(.escape)
            takeInGround(byte, into: &keys)
        }
    }

    private mutating func take(_ byte: UInt8, in sequence: ControlSequence, into keys: inout [Key]) {
        var sequence = sequence
        switch sequence.take(byte) {
        case .unfinished: state = .sequence(sequence)
        case .broken:
            state = .ground
            takeInGround(byte, into: &keys)
        case .finished(.key(let key)):
            state = .ground
            keys.append(key)
        case .finished(.pasteStart): state = .paste
        case .finished(.functionKey): state = .functionKey
        case .finished(.unknown): state = .ground
        }
    }

    private mutating func takeShiftedKey(_ byte: UInt8, into keys: inout [Key]) {
        state = .ground
        if byte < 0x20 || byte > 0x7E { return takeInGround(byte, into: &keys) }
        if let key = ControlSequence.shiftedKey(byte) { keys.append(key) }
    }

    private mutating func take(_ byte: UInt8, in string: ControlString, into keys: inout [Key]) {
        var string = string
        switch string.take(byte) {
        case .unfinished: state = .controlString(string)
        case .finished: state = .ground
        case .escaped: takeAfterEscape(byte, into: &keys)
        case .broken:
            state = .ground
            takeInGround(byte, into: &keys)
        }
    }

    private mutating func takeInPaste(_ byte: UInt8, into keys: inout [Key]) {
        guard let key = paste.take(byte) else { return }
        paste = PasteCollector()
        state = .ground
        keys.append(key)
    }
}

extension KeyParser {
    private enum State: Sendable {
        case ground
        /// After ESC.
        case escape
        /// After ESC `[` (CSI).
        case sequence(ControlSequence)
        /// After ESC `O` (SS3).
        case shiftedKey
        /// After ESC `[` `[`: one letter follows (F1 to F5 on the Linux console).
        case functionKey
        /// After ESC `]` and the like: an answer of the terminal that nobody asked for.
        case controlString(ControlString)
        case paste
    }
}
