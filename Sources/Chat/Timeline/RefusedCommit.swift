package import TLSCodec

/// A commit that this client doesn't follow.
package struct RefusedCommit: TLSStruct, Hashable, Sendable {
    package let reason: EntryRefusal
    /// Who signed it, where that can be known.
    package let author: LeafName?

    init(_ reason: EntryRefusal, by author: LeafName?) { (self.reason, self.author) = (reason, author) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        reason = try v.nested { $0.reason }
        author = try v.optional { $0.author }
    }
}
