package import TLSCodec

/// What another follower of the room whispered.
package struct WhisperEvent: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    package let body: [UInt8]

    package init(room: RoomID, body: [UInt8]) {
        self.room = room
        self.body = body
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        body = try v.opaque(.uint16, in: RelayProtocolLimits.whisperBytes) { $0.body }
    }
}
