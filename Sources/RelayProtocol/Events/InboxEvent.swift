package import TLSCodec

/// An item of this device's inbox.
package struct InboxEvent: TLSStruct, Hashable, Sendable {
    package let number: EntryNumber
    package let item: [UInt8]

    package init(number: EntryNumber, item: [UInt8]) {
        self.number = number
        self.item = item
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        number = try v.nested { $0.number }
        item = try v.opaque(.uint32, in: RelayProtocolLimits.inboxItemBytes) { $0.item }
    }
}
