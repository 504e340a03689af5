/// The form of a length of variable size (RFC 9420 §2.1.2): the two high bits of its first byte say how many there are.
enum VariableLength {
    /// How many bytes follow the first one.
    ///
    /// - Throws: ``CodecError/reservedLengthForm`` for the bits 11.
    static func followingByteCount(_ first: UInt8) throws(CodecError) -> Int {
        switch first >> 6 {
        case 0: 0
        case 1: 1
        case 2: 3
        default: throw .reservedLengthForm
        }
    }

    /// The length that all bytes together, as a number, tell.
    ///
    /// - Throws: ``CodecError/nonMinimalLength`` if fewer bytes would do: two encodings of one length would let two
    ///   members sign different bytes for one message.
    static func value(_ number: UInt32, followingByteCount: Int) throws(CodecError) -> Int {
        switch followingByteCount {
        case 0: return Int(number)
        case 1:
            guard number & 0x3FFF > 0x3F else { throw .nonMinimalLength }
            return Int(number & 0x3FFF)
        default:
            guard number & 0x3FFF_FFFF > 0x3FFF else { throw .nonMinimalLength }
            return Int(number & 0x3FFF_FFFF)
        }
    }
}
