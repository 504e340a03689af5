import Identity
import TLSCodec

extension Visitor {
    /// `opaque name<1..32>`, its length in one byte; what isn't a name is refused.
    mutating func atName(_ field: (Whole) throws(CodecError) -> AtName) throws(CodecError) -> AtName {
        let bytes = try opaque(.uint8, in: AtName.byteCounts) { (whole) throws(CodecError) in
            Array(try field(whole).text.utf8)
        }
        guard let name = try? AtName(utf8: bytes) else { throw .invalidValue }
        return name
    }
}
