package import TLSCodec

/// An entry of which one gets the hash alone, enough to go on with the log's heads.
package struct WithheldEvent: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    package let number: EntryNumber
    package let reason: WithheldReason
    package let hash: EntryHash

    package init(room: RoomID, number: EntryNumber, reason: WithheldReason, hash: EntryHash) {
        self.room = room
        self.number = number
        self.reason = reason
        self.hash = hash
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        number = try v.nested { $0.number }
        reason = try v.nested { $0.reason }
        hash = try v.nested { $0.hash }
    }
}
