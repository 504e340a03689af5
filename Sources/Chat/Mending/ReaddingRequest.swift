import RelayProtocol
import TLSCodec

/// The body of a note by which a device asks to be added again: room(32) ‖ number(8) ‖ head(32) ‖ commit(8) ‖ opaque key
/// package(4).
struct ReaddingRequest: TLSStruct, Hashable, Sendable {
    let room: RoomID
    /// The last entry that it has seen.
    let seen: LogPosition
    /// The commit that it can't follow; 0 where it doesn't know it.
    let commit: EntryNumber
    /// An MLSMessage, made for this request alone.
    let package: [UInt8]

    init(room: RoomID, seen: LogPosition, commit: EntryNumber, package: [UInt8]) {
        (self.room, self.seen, self.commit, self.package) = (room, seen, commit, package)
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        room = try v.nested { $0.room }
        seen = try v.nested { $0.seen }
        commit = try v.nested { $0.commit }
        package = try v.opaque(.uint32) { $0.package }
    }
}
