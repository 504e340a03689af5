/// Why bytes aren't an encoding, or a value has none.
public enum CodecError: Error, Equatable, Sendable {
    /// The bytes end inside a field, or a length announces more than is left.
    case truncated
    /// Bytes are left after the last field.
    case trailingBytes
    /// A length is outside the bounds that the field declares, or an element of a list takes no bytes, so that any
    /// number of them would fit.
    case lengthOutOfBounds
    /// A variable-length integer begins with the bits 11 (RFC 9420 §2.1.2).
    case reservedLengthForm
    /// A variable-length integer takes more bytes than it needs (RFC 9420 §2.1.2).
    case nonMinimalLength
    /// A field holds a value that its structure doesn't allow: an unknown enumeration, an impossible key.
    case invalidValue
}
