public import TLSCodec

/// A key that others encrypt to, as it stands on the wire (RFC 9420 §5.1.1).
///
/// Its bytes may be anything: whether they are a key of the suite's KEM shows when they are used.
public struct HPKEPublicKey: Hashable, Sendable, TLSOpaque {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
