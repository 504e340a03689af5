package import RelayProtocol
package import TLSCodec

/// What a client keeps of a room beside its group.
package struct RoomRecord: TLSStruct, Hashable, Sendable {
    package let id: RoomID
    package var standing: RoomStanding
    /// The creation or commit by which this device came in: before it there is nothing to read.
    package var beginsAt: EntryNumber
    /// The creation or commit that began the current epoch.
    package var epochBegan: EntryNumber
    /// The last entry that was dealt with.
    package var position: LogPosition
    /// The number of the next row of the outbox.
    package var nextOutbox: UInt64
    /// Who added this device; nothing where it came by itself.
    package var inviter: LeafName?
    /// What it was called when this device last was a member.
    package var formerName: RoomName?
    /// What is wanted of the room and not yet done, in order.
    var wishes: [RoomWish]

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in 1 }) == 1 else { throw .invalidValue }
        id = try v.nested { $0.id }
        standing = try v.nested { $0.standing }
        beginsAt = try v.nested { $0.beginsAt }
        epochBegan = try v.nested { $0.epochBegan }
        position = try v.nested { $0.position }
        nextOutbox = try v.uint64 { $0.nextOutbox }
        inviter = try v.optional { $0.inviter }
        formerName = try v.optional { $0.formerName }
        wishes = try v.vector(.uint32) { $0.wishes }
    }

    init(_ id: RoomID, _ standing: RoomStanding, beginsAt: EntryNumber, position: LogPosition) {
        self.id = id
        self.standing = standing
        self.beginsAt = beginsAt
        epochBegan = beginsAt
        self.position = position
        nextOutbox = 1
        (inviter, formerName) = (nil, nil)
        wishes = []
    }
}
