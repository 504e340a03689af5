package import TLSCodec

/// The Ed25519 public key that opens a room's log from one entry on. Its secret half is derived by whoever is a member
/// of the epoch that this entry begins.
package struct RoomAccessKey: Noun32 {
    private let octets: Octets32

    package init?(_ bytes: [UInt8]) {
        guard let octets = Octets32(bytes) else { return nil }
        self.octets = octets
    }

    package init(from reader: inout Reader) throws(CodecError) { octets = try Octets32(from: &reader) }

    package func encode(into writer: inout Writer) throws(CodecError) { try octets.encode(into: &writer) }

    package var bytes: [UInt8] { octets.bytes }
}
