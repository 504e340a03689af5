package import TLSCodec

/// 16 random bytes that a device gives to its contacts: who shows it has half of the inbox to himself and others like
/// him. It opens nothing.
package struct InboxToken: Hashable, Sendable, TLSCodable {
    package static let byteCount = 16

    package let bytes: [UInt8]

    /// Nothing unless there are 16 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    package init(from reader: inout Reader) throws(CodecError) { bytes = try reader.fixed(Self.byteCount) }

    package func encode(into writer: inout Writer) throws(CodecError) { writer.fixed(bytes) }
}
