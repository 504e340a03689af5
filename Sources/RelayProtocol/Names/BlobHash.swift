package import TLSCodec

/// BLAKE2b-256 of a public state's blob, by which a Welcome names it.
package struct BlobHash: Noun32 {
    private let octets: Octets32

    package init?(_ bytes: [UInt8]) {
        guard let octets = Octets32(bytes) else { return nil }
        self.octets = octets
    }

    package init(from reader: inout Reader) throws(CodecError) { octets = try Octets32(from: &reader) }

    package func encode(into writer: inout Writer) throws(CodecError) { try octets.encode(into: &writer) }

    package var bytes: [UInt8] { octets.bytes }
}
