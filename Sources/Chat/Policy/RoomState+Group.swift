package import MLS
import RelayProtocol

extension RoomState {
    /// - Throws: ``RoomViolation/leaf`` or ``RoomViolation/extensions`` for a group that isn't a room.
    package init(_ group: Group, _ credentials: VerifiedCredentials) throws(RoomViolation) {
        try self.init(group.id, group.currentEpoch, group.extensions, group.members, credentials)
    }

    /// Of a group that isn't joined yet.
    package init(_ group: PublicGroup, _ credentials: VerifiedCredentials) throws(RoomViolation) {
        try self.init(group.id, group.currentEpoch, group.extensions, group.members, credentials)
    }

    private init(
        _ id: GroupID, _ epoch: Epoch, _ extensions: Extensions, _ members: [Member], _ credentials: VerifiedCredentials
    ) throws(RoomViolation) {
        guard let room = RoomID(id.bytes), let settings = RoomExtensions.settings(in: extensions) else {
            throw .extensions
        }
        self.room = room
        self.epoch = epoch
        self.settings = settings
        self.members = try members.map { (member) throws(RoomViolation) in
            try RoomMember(member.leafNode, at: member.leafIndex, credentials)
        }
    }

    /// The epoch that a commit begins, as far as it decides.
    func after(_ effects: CommitEffects, _ credentials: VerifiedCredentials) throws(RoomViolation) -> RoomState {
        var leaves = Dictionary(members.map { ($0.leaf, $0) }) { first, _ in first }
        for member in effects.removed { leaves[member.leafIndex] = nil }
        for member in effects.added {
            leaves[member.leafIndex] = try RoomMember(member.leafNode, at: member.leafIndex, credentials)
        }
        for change in effects.updated {
            leaves[change.leafIndex] = try RoomMember(change.new, at: change.leafIndex, credentials)
        }
        var settings = settings
        if let extensions = effects.extensions {
            guard let changed = RoomExtensions.settings(in: extensions) else { throw .extensions }
            settings = changed
        }
        return RoomState(
            room: room, epoch: epoch.next ?? epoch, settings: settings,
            members: leaves.values.sorted { $0.leaf < $1.leaf })
    }
}
