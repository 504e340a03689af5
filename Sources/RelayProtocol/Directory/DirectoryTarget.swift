package import Identity
package import TLSCodec

/// Whom one asks the directory about.
package enum DirectoryTarget: TLSStruct, Hashable, Sendable {
    case name(AtName)
    case identity(IdentityKey)

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        switch try v.uint8({ $0.tag }) {
        case 1: self = .name(try v.atName { (target) throws(CodecError) in try target.presentName })
        case 2: self = .identity(try v.key { (target) throws(CodecError) in try target.presentIdentity })
        default: throw .invalidValue
        }
    }

    private var tag: UInt8 {
        switch self {
        case .name: 1
        case .identity: 2
        }
    }

    private var presentName: AtName {
        get throws(CodecError) {
            guard case .name(let name) = self else { throw .invalidValue }
            return name
        }
    }

    private var presentIdentity: IdentityKey {
        get throws(CodecError) {
            guard case .identity(let key) = self else { throw .invalidValue }
            return key
        }
    }
}
