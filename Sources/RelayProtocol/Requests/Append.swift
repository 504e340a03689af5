package import TLSCodec

/// Adds an entry to a room's log; a creation makes the log. The same entry again has the same number.
package struct Append: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    package let entry: Entry
    /// Of the epoch that this creation or commit begins; it takes effect with the entry or not at all.
    package let publicState: PublicState?

    package init(room: RoomID, entry: Entry, publicState: PublicState? = nil) {
        self.room = room
        self.entry = entry
        self.publicState = publicState
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        entry = try v.nested { $0.entry }
        publicState = try v.optional { $0.publicState }
        guard publicState == nil || entry.header.kind.beginsEpoch else { throw .invalidValue }
    }
}
