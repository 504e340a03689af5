public import TLSCodec

/// The name of a group, chosen by whoever creates it (RFC 9420 §8.1). Any bytes; random ones of 16 or more don't collide.
public struct GroupID: Hashable, Sendable, TLSOpaque {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
