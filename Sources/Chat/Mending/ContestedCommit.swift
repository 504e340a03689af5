package import RelayProtocol
package import TLSCodec

/// The first commit of an epoch, where nobody follows it: the room goes on with the first valid one that disputes it
/// (PROTOCOL.md §4, valid).
package struct ContestedCommit: TLSStruct, Hashable, Sendable {
    package let number: EntryNumber
    /// By which it came, if by one: whoever disputes it may end that.
    let link: LinkKey?

    init(_ number: EntryNumber, link: LinkKey?) { (self.number, self.link) = (number, link) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        number = try v.nested { $0.number }
        link = try v.optional { $0.link }
    }
}
