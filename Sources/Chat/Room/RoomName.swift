package import Identity
package import TLSCodec

/// What members call a room, by the rules of display names.
package struct RoomName: Hashable, Sendable, TLSCodable {
    package let name: DisplayName

    package init(_ name: DisplayName) { self.name = name }

    package init(from reader: inout Reader) throws(CodecError) {
        let bytes = try reader.opaque(.uint8, in: DisplayName.byteCounts)
        do throws(NameError) { name = try DisplayName(utf8: bytes) } catch { throw .invalidValue }
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        try writer.opaque(name.utf8, .uint8, in: DisplayName.byteCounts)
    }
}
