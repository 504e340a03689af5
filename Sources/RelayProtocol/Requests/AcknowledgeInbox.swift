package import TLSCodec

/// Says that everything up to a number has been taken: the relay deletes it.
package struct AcknowledgeInbox: TLSStruct, Hashable, Sendable {
    package let upTo: EntryNumber

    package init(upTo: EntryNumber) {
        self.upTo = upTo
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        upTo = try v.nested { $0.upTo }
    }
}
