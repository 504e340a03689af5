/// How the length before an opaque vector is written.
///
/// In RFC 8446 §3 the declared ceiling decides: `opaque x<0..2^16-1>` has two bytes. RFC 9420 §2.1.2 writes every
/// `opaque x<V>` as ``variable``.
public enum LengthPrefix: Sendable, Hashable, CaseIterable {
    case uint8
    case uint16
    case uint32
    /// One, two or four bytes, the fewest that hold the length; up to 2^30 − 1.
    case variable

    /// The greatest length, in bytes, that this prefix can announce.
    public var byteCountMax: Int {
        switch self {
        case .uint8: 0xFF
        case .uint16: 0xFFFF
        case .uint32: 0xFFFF_FFFF
        case .variable: 0x3FFF_FFFF
        }
    }

    /// How many bytes it takes to announce `length`.
    public func byteCount(of length: Int) -> Int {
        switch self {
        case .uint8: 1
        case .uint16: 2
        case .uint32: 4
        case .variable: length <= 0x3F ? 1 : length <= 0x3FFF ? 2 : 4
        }
    }

    /// The bits that mark a length of so many bytes, as a number of that size.
    func form(byteCount: Int) -> UInt32 {
        switch (self, byteCount) {
        case (.variable, 2): 0x4000
        case (.variable, 4): 0x8000_0000
        default: 0
        }
    }
}
