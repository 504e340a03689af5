package import TLSCodec

/// Passes something to whoever follows the room right now. It isn't stored; it may get lost. Answered only where it is
/// refused.
package struct Whisper: TLSStruct, Hashable, Sendable {
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
