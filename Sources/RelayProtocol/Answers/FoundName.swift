package import Identity
package import TLSCodec

/// The name that an identity has at the relay, or none.
package struct FoundName: TLSCodable, Hashable, Sendable {
    package let name: AtName?

    package init(_ name: AtName?) { self.name = name }

    package init(from reader: inout Reader) throws(CodecError) {
        let bytes = try reader.opaque(.uint8)
        guard !bytes.isEmpty else {
            name = nil
            return
        }
        guard let name = try? AtName(utf8: bytes) else { throw .invalidValue }
        self.name = name
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        try writer.opaque(name.map { Array($0.text.utf8) } ?? [], .uint8)
    }
}
