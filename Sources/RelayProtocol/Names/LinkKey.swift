package import TLSCodec

/// The Ed25519 public key of an invite link. Who holds the link signs with its secret half.
package struct LinkKey: Noun32 {
    private let octets: Octets32

    package init?(_ bytes: [UInt8]) {
        guard let octets = Octets32(bytes) else { return nil }
        self.octets = octets
    }

    package init(from reader: inout Reader) throws(CodecError) { octets = try Octets32(from: &reader) }

    package func encode(into writer: inout Writer) throws(CodecError) { try octets.encode(into: &writer) }

    package var bytes: [UInt8] { octets.bytes }
}
