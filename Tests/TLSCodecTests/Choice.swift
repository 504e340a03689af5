import TLSCodec

/// `select (kind)`: what RFC 9420 has in many places.
enum Choice: TLSStruct, Equatable {
    case nothing
    case number(UInt16)

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        switch try v.uint8(\.kind) {
        case 0: self = .nothing
        case 1: self = .number(try v.uint16 { (whole) throws(CodecError) in try whole.asNumber() })
        default: throw .invalidValue
        }
    }

    var kind: UInt8 {
        switch self {
        case .nothing: 0
        case .number: 1
        }
    }

    func asNumber() throws(CodecError) -> UInt16 {
        guard case .number(let number) = self else { throw .invalidValue }
        return number
    }
}
