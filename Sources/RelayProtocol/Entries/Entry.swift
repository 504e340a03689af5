package import TLSCodec

/// What members put into a room's log: a header for the relay, a body that only members open.
package struct Entry: TLSStruct, Hashable, Sendable {
    package let header: EntryHeader
    package let body: [UInt8]

    package init(header: EntryHeader, body: [UInt8]) {
        self.header = header
        self.body = body
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        header = try v.nested { $0.header }
        body = try v.opaque(.uint32, in: RelayProtocolLimits.entryBodyBytes) { $0.body }
    }
}
