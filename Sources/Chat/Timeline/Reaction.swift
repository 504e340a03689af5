package import Identity
package import TLSCodec

/// Somebody's sign beside a message.
package struct Reaction: TLSStruct, Hashable, Sendable {
    package let identity: IdentityKey
    package let sign: String

    init(identity: IdentityKey, sign: String) { (self.identity, self.sign) = (identity, sign) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        identity = try v.key { $0.identity }
        let bytes = try v.opaque(.uint8, in: ChatLimits.reactionBytes) { Array($0.sign.utf8) }
        guard let sign = String(validating: bytes, as: UTF8.self) else { throw .invalidValue }
        self.sign = sign
    }
}
