package import TLSCodec

/// Asks for no more of a room's entries.
package struct Unfollow: TLSStruct, Hashable, Sendable {
    package let room: RoomID

    package init(room: RoomID) {
        self.room = room
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
    }
}
