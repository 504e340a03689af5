import Identity
import TLSCodec

/// An identity in a list of a room's settings.
struct ListedIdentity: TLSStruct, Hashable, Sendable {
    let key: IdentityKey

    init(_ key: IdentityKey) { self.key = key }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        key = try v.key { $0.key }
    }
}
