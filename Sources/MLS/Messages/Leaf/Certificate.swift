import TLSCodec

/// One certificate of a chain (RFC 9420 §5.3).
struct Certificate: TLSOpaque {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
}
