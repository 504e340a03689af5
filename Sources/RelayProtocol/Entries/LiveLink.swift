package import TLSCodec

/// A link that a room's members have made, as far as the relay needs to know it.
package struct LiveLink: TLSStruct, Hashable, Sendable {
    package let key: LinkKey
    /// When the relay stops serving it, in seconds since 1970, UTC.
    package let expiresAtSeconds: UInt64

    package init(key: LinkKey, expiresAtSeconds: UInt64) {
        self.key = key
        self.expiresAtSeconds = expiresAtSeconds
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        key = try v.nested { $0.key }
        expiresAtSeconds = try v.uint64 { $0.expiresAtSeconds }
    }
}
