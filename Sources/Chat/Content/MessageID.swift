import Identity
package import Sodium
package import TLSCodec

/// The name of a message, drawn by its sender: counted once for each sender, however often it comes.
package struct MessageID: Hashable, Sendable, TLSCodable {
    package static let byteCount = 16

    package let bytes: [UInt8]

    /// Nothing unless there are 16 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    package static func drawn(by random: RandomSource = .system) -> MessageID {
        guard let id = MessageID(random.bytes(count: byteCount)) else { preconditionFailure("it has that many bytes") }
        return id
    }

    /// 22 characters of base64url.
    package var text: String { Base64URL.text(of: bytes) }

    package init(from reader: inout Reader) throws(CodecError) { bytes = try reader.fixed(Self.byteCount) }

    package func encode(into writer: inout Writer) throws(CodecError) { writer.fixed(bytes) }
}
