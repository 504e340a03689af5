package import Identity
package import TLSCodec

/// Puts a Welcome or a note into a device's inbox. The same item again is the same item.
package struct Deliver: TLSStruct, Hashable, Sendable {
    package let device: DeviceKey
    /// Half of the box is kept for those who show it.
    package let token: InboxToken?
    package let item: [UInt8]

    package init(device: DeviceKey, token: InboxToken? = nil, item: [UInt8]) {
        self.device = device
        self.token = token
        self.item = item
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        device = try v.key { $0.device }
        token = try v.optional { $0.token }
        item = try v.opaque(.uint32, in: RelayProtocolLimits.inboxItemBytes) { $0.item }
    }
}
