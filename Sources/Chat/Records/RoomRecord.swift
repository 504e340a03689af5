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
    /// The commit for the current epoch that came first, where nobody follows it.
    package var contested: ContestedCommit?
    /// This device can't follow any more, and asks to be added again.
    package var mending: Mending?
    /// The first entry of the current epoch that the relay hasn't any more: it may be the commit that ended it.
    var firstGone: EntryNumber?
    /// An older copy of this device's store has been going on: its leaf is renewed before anything else.
    package var isOldCopy: Bool
    package var suspicion: LogSuspicion?
    /// Who added this device again, where ``beginsAt`` is that commit.
    package var readdedBy: LeafName?

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        let version = try v.uint16 { _ in Self.version }
        guard (1...Self.version).contains(version) else { throw .invalidValue }
        id = try v.nested { $0.id }
        standing = try v.nested { $0.standing }
        beginsAt = try v.nested { $0.beginsAt }
        epochBegan = try v.nested { $0.epochBegan }
        position = try v.nested { $0.position }
        nextOutbox = try v.uint64 { $0.nextOutbox }
        inviter = try v.optional { $0.inviter }
        formerName = try v.optional { $0.formerName }
        wishes = try v.vector(.uint32) { $0.wishes }
        // The first version had no more.
        contested = version > 1 ? try v.optional { $0.contested } : nil
        mending = version > 1 ? try v.optional { $0.mending } : nil
        firstGone = version > 1 ? try v.optional { $0.firstGone } : nil
        isOldCopy = version > 1 ? try v.flag { $0.isOldCopy } : false
        suspicion = version > 1 ? try v.optional { $0.suspicion } : nil
        readdedBy = version > 1 ? try v.optional { $0.readdedBy } : nil
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
        (contested, mending, firstGone, isOldCopy, suspicion, readdedBy) = (nil, nil, nil, false, nil, nil)
    }

    private static let version: UInt16 = 2
}
