package import TLSCodec

/// Replaces a room's public state, where the one that stands there is broken or a link has ended.
package struct PutPublicState: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    /// The creation or commit that began the epoch which it describes: the latest.
    package let epoch: EntryNumber
    package let publicState: PublicState

    package init(room: RoomID, epoch: EntryNumber, publicState: PublicState) {
        self.room = room
        self.epoch = epoch
        self.publicState = publicState
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        epoch = try v.nested { $0.epoch }
        publicState = try v.nested { $0.publicState }
    }
}
