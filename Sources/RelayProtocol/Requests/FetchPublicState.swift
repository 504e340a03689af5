package import TLSCodec

/// Asks for a room's public state.
package struct FetchPublicState: TLSStruct, Hashable, Sendable {
    package let room: RoomID
    /// Who names the blob's hash needs nothing else; without it comes the latest, to whoever has opened the room.
    package let hash: BlobHash?

    package init(room: RoomID, hash: BlobHash? = nil) {
        self.room = room
        self.hash = hash
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        hash = try v.optional { $0.hash }
    }
}
