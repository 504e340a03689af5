/// Puts scalars together from bytes that arrive one at a time (RFC 3629 §4: no overlong form, no surrogate, nothing
/// above U+10FFFF). Holds at most three bytes.
struct UTF8Assembler: Sendable {
    private var partial: [UInt8] = []
    private var expectedCount = 0

    var isMidScalar: Bool { !partial.isEmpty }

    /// Hands on what the byte completes: nothing, a scalar, or the bytes that it proves wrong and then itself.
    mutating func take(_ byte: UInt8, emit: (TextUnit) -> Void) {
        if isMidScalar && !continues(byte) { finish(emit: emit) }
        if !isMidScalar {
            begin(byte, emit: emit)
        } else {
            partial.append(byte)
            if partial.count == expectedCount { complete(emit: emit) }
        }
    }

    /// The end of the bytes: what is incomplete is invalid.
    mutating func finish(emit: (TextUnit) -> Void) {
        for byte in partial { emit(.invalidByte(byte)) }
        partial.removeAll()
    }

    private mutating func begin(_ byte: UInt8, emit: (TextUnit) -> Void) {
        switch byte {
        case 0x00...0x7F: emit(.scalar(Unicode.Scalar(byte)))
        case 0xC2...0xDF: expect(2, from: byte)
        case 0xE0...0xEF: expect(3, from: byte)
        case 0xF0...0xF4: expect(4, from: byte)
        default: emit(.invalidByte(byte))
        }
    }

    private mutating func expect(_ count: Int, from byte: UInt8) {
        partial = [byte]
        expectedCount = count
    }

    private func continues(_ byte: UInt8) -> Bool {
        guard partial.count == 1 else { return (0x80...0xBF).contains(byte) }
        return switch partial[0] {
        case 0xE0: (0xA0...0xBF).contains(byte)
        case 0xED: (0x80...0x9F).contains(byte)
        case 0xF0: (0x90...0xBF).contains(byte)
        case 0xF4: (0x80...0x8F).contains(byte)
        default: (0x80...0xBF).contains(byte)
        }
    }

    private mutating func complete(emit: (TextUnit) -> Void) {
        let lead = UInt32(partial[0]) & (0xFF >> UInt32(expectedCount + 1))
        let value = partial.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return finish(emit: emit) }
        partial.removeAll()
        emit(.scalar(scalar))
    }
}
