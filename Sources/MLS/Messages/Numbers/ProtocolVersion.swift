public import TLSCodec

/// A version of MLS (RFC 9420 §6). Any number can stand on the wire; only ``mls10`` is spoken here.
public struct ProtocolVersion: Hashable, Sendable, TLSNumber {
    public let rawValue: UInt16

    /// RFC 9420.
    public static let mls10 = ProtocolVersion(rawValue: 1)

    public init(rawValue: UInt16) { self.rawValue = rawValue }
}
