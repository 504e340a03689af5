package import Identity
package import RelayProtocol

// Rooms of two. A contact request is the Welcome to one.
extension ChatCore {
    /// The conversations with somebody, the one that both write in first.
    ///
    /// Where each has made one before hearing of the other's, both stay, and the one with the lesser id is written in from
    /// then on: both ends see the same two ids, so nobody need agree on it.
    package func directRooms(with other: IdentityKey) -> [RoomID] {
        let meant = rooms.values.filter { room in
            [.creating, .member, .invited].contains(room.record.standing) && room.other(than: own) == other
        }
        return meant.map(\.record.id).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// With whom a conversation is, of a room of two.
    package func other(in room: RoomID) -> IdentityKey? { rooms[room]?.other(than: own) }

    var own: IdentityKey { client.credential.identityKey }

    /// Asks the other into a conversation that this client made, where they haven't been asked yet. Until they are in it
    /// nothing is sealed there: they couldn't read it.
    mutating func askOther(into id: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let room = rooms[id], room.record.standing == .member, room.awaitsOther, !room.isClaiming,
            room.record.wishes.isEmpty, let other = room.other(than: own)
        else { return }
        if let distrust = distrust(of: other) { return step.tell(.failed(id, distrust)) }
        rooms[id]?.isClaiming = true
        try obey(.invite(other, to: id), &step)
    }

    /// Why nothing is said in a room, if so.
    func distrust(in room: LiveRoom) -> ChatFailure? { room.other(than: own).flatMap(distrust(of:)) }
}

extension LiveRoom {
    /// The other of a room of two; nothing for any other room, and for one in which somebody else is.
    func other(than own: IdentityKey) -> IdentityKey? {
        guard let state, state.settings.kind == .direct, state.settings.admins.count == 2,
            state.settings.admins.contains(own), let other = state.settings.admins.first(where: { $0 != own }),
            state.identities.isSubset(of: [own, other]), state.identities.contains(other) || awaitsOther
        else { return nil }
        return other
    }

    /// A conversation as its maker founded it: nobody has been let in yet.
    var awaitsOther: Bool {
        state?.settings.kind == .direct && record.beginsAt == .first && record.epochBegan == .first
            && state?.members.count == 1
    }
}
