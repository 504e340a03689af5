package import TLSCodec

/// Asks for a room's entries from a number on: what is there, and from then on what comes. It also starts anew where one
/// follows already.
package struct Follow: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    package let from: EntryNumber

    package init(room: RoomID, from: EntryNumber) {
        self.room = room
        self.from = from
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        from = try v.nested { $0.from }
    }
}
