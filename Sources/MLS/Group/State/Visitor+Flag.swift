import TLSCodec

extension Visitor {
    /// A byte 0 or 1: any other would be a second encoding of the same.
    mutating func flag(_ field: (Whole) throws(CodecError) -> Bool) throws(CodecError) -> Bool {
        switch try uint8({ (whole) throws(CodecError) in try field(whole) ? 1 : 0 }) {
        case 0: false
        case 1: true
        default: throw .invalidValue
        }
    }
}
