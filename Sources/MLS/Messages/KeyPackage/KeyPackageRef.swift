public import TLSCodec

/// The hash by which a Welcome names the key package that it is for (RFC 9420 §5.2).
public struct KeyPackageRef: Hashable, Sendable, TLSOpaque {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
