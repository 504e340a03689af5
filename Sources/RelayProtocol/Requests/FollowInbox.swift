package import TLSCodec

/// Asks for this device's inbox from a number on: what is there, and from then on what comes.
package struct FollowInbox: TLSStruct, Hashable, Sendable {
    package let from: EntryNumber

    package init(from: EntryNumber) {
        self.from = from
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        from = try v.nested { $0.from }
    }
}
