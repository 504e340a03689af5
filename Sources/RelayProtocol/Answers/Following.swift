package import TLSCodec

/// What is there follows as events, up to ``last``; behind it what comes.
package struct Following: TLSStruct, Hashable, Sendable {
    package let last: EntryNumber

    package init(last: EntryNumber) {
        self.last = last
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        last = try v.nested { $0.last }
    }
}
