package import TLSCodec

/// Proves membership in an epoch: opens the room's log for this line from one entry on.
package struct OpenRoom: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    /// The creation or commit that began the epoch.
    package let number: EntryNumber
    /// By the epoch's access key, over ``RoomOpening``.
    package let signature: [UInt8]

    package init(room: RoomID, number: EntryNumber, signature: [UInt8]) {
        self.room = room
        self.number = number
        self.signature = signature
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        number = try v.nested { $0.number }
        signature = try v.fixed(RelayProtocolLimits.signatureByteCount) { $0.signature }
    }
}
