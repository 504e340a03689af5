package import TLSCodec

/// A sign beside a message; the same again without `isSet` takes it back.
package struct ReactionBody: TLSStruct, Hashable, Sendable {
    package let target: MessageName
    package let isSet: Bool
    package let sign: String

    /// Nothing for a sign outside ``ChatLimits/reactionBytes``.
    package init?(target: MessageName, isSet: Bool, sign: String) {
        guard ChatLimits.reactionBytes.contains(sign.utf8.count) else { return nil }
        (self.target, self.isSet, self.sign) = (target, isSet, sign)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        target = try v.nested { $0.target }
        isSet = try v.flag { $0.isSet }
        let bytes = try v.opaque(.uint8, in: ChatLimits.reactionBytes) { Array($0.sign.utf8) }
        guard let sign = String(validating: bytes, as: UTF8.self) else { throw .invalidValue }
        self.sign = sign
    }
}
