package import TLSCodec

/// Proves that one holds an invite link: lets this line fetch the latest public state, and append external commits.
package struct OpenLink: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    package let link: LinkKey
    /// By the link key, over ``RoomOpening``.
    package let signature: [UInt8]

    package init(room: RoomID, link: LinkKey, signature: [UInt8]) {
        self.room = room
        self.link = link
        self.signature = signature
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        link = try v.nested { $0.link }
        signature = try v.fixed(RelayProtocolLimits.signatureByteCount) { $0.signature }
    }
}
