package import TLSCodec

/// The log no longer has what came up to a number: not even the hashes.
package struct TrimmedEvent: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    /// The last one gone.
    package let through: EntryNumber
    /// What the log was up to it.
    package let head: LogHead

    package init(room: RoomID, through: EntryNumber, head: LogHead) {
        self.room = room
        self.through = through
        self.head = head
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        through = try v.nested { $0.through }
        head = try v.nested { $0.head }
    }
}
