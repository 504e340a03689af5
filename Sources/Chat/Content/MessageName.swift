package import Identity
package import TLSCodec

/// A message, by who wrote it and the id that they gave it.
package struct MessageName: TLSStruct, Hashable, Sendable {
    package let author: IdentityKey
    package let id: MessageID

    package init(author: IdentityKey, id: MessageID) { (self.author, self.id) = (author, id) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        author = try v.key { $0.author }
        id = try v.nested { $0.id }
    }
}
