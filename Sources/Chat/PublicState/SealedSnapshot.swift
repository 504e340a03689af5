import RelayProtocol
package import TLSCodec

/// A room's public state as the relay holds it: version(2) ‖ keys<2> ‖ nonce(24) ‖ opaque sealed<4>.
///
/// The snapshot is sealed under a key of its own, and that for each live link; a Welcome names it too. Whoever else has
/// the blob has its length, to 64 KiB.
package struct SealedSnapshot: TLSStruct, Hashable, Sendable {
    private static let version: UInt16 = 1
    static let nonceByteCount = 24

    let keys: [LinkedKey]
    let nonce: [UInt8]
    let sealed: [UInt8]

    init(keys: [LinkedKey], nonce: [UInt8], sealed: [UInt8]) {
        (self.keys, self.nonce, self.sealed) = (keys, nonce, sealed)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in Self.version }) == Self.version else { throw .invalidValue }
        keys = try v.vector(.uint16) { $0.keys }
        nonce = try v.fixed(Self.nonceByteCount) { $0.nonce }
        sealed = try v.opaque(.uint32) { $0.sealed }
    }
}

/// A snapshot's key, sealed to a link.
struct LinkedKey: TLSStruct, Hashable, Sendable {
    let link: LinkKey
    let sealed: [UInt8]

    init(link: LinkKey, sealed: [UInt8]) { (self.link, self.sealed) = (link, sealed) }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        link = try v.nested { $0.link }
        sealed = try v.opaque(.uint16) { $0.sealed }
    }
}
