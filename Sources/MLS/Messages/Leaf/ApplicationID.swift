public import TLSCodec

/// Data of the `application_id` extension: a name for a leaf that the application chose (RFC 9420 §5.3.3). It isn't
/// authenticated beyond the leaf's signature.
public struct ApplicationID: Hashable, Sendable, TLSOpaque {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
