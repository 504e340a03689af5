package import TLSCodec

/// Text as somebody wrote it: UTF-8, not empty. It may hold anything that a screen must not be given.
package struct MessageText: Hashable, Sendable, TLSCodable {
    package let text: String

    /// Nothing for an empty text, or a longer one than ``ChatLimits/textBytes``.
    package init?(_ text: String) {
        guard ChatLimits.textBytes.contains(text.utf8.count) else { return nil }
        self.text = text
    }

    package init(from reader: inout Reader) throws(CodecError) {
        let bytes = try reader.opaque(.uint32, in: ChatLimits.textBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidValue }
        self.text = text
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        try writer.opaque(Array(text.utf8), .uint32, in: ChatLimits.textBytes)
    }
}
