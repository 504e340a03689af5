package import TLSCodec

/// An entry of a room that one follows.
package struct EntryEvent: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    package let number: EntryNumber
    package let entry: Entry

    package init(room: RoomID, number: EntryNumber, entry: Entry) {
        self.room = room
        self.number = number
        self.entry = entry
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        number = try v.nested { $0.number }
        entry = try v.nested { $0.entry }
    }
}
