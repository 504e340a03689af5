import Identity
import RelayProtocol

extension ChatCore {
    /// Whether an invitation is kept. What decides is who signed it, and what is open already: at most so many, the oldest
    /// first, but a contact's before a stranger's.
    ///
    /// Dropped ones tell nobody anything: whoever sent them sees a member that never reads.
    mutating func admits(
        _ inviter: RoomMember, to state: RoomState, _ step: inout ChatStep
    ) throws(ChatStorageError) -> Bool {
        guard !contacts.isBlocked(inviter.identity), isSound(state, from: inviter) else { return false }
        let open = roomIDs.filter { rooms[$0]?.record.standing == .invited }
        guard open.count >= ChatLimits.invitationsMax else { return true }
        guard contacts.isKnown(inviter.identity), let last = open.last(where: isStrangers) else { return false }
        try drop(last, &step)
        return true
    }

    /// Somebody was blocked: what they asked is off the list.
    mutating func dropInvitations(by inviter: IdentityKey, _ step: inout ChatStep) throws(ChatStorageError) {
        for id in roomIDs {
            guard let record = rooms[id]?.record, record.standing == .invited, record.inviter?.identity == inviter
            else { continue }
            try drop(id, &step)
        }
    }

    private mutating func drop(_ room: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        try with(room, &step) { (core, room, step) throws(ChatStorageError) in try core.end(&room, &step) }
    }

    private func isStrangers(_ room: RoomID) -> Bool {
        guard let inviter = rooms[room]?.record.inviter else { return true }
        return !contacts.isKnown(inviter.identity)
    }

    /// A conversation is between who asks and who is asked, whatever else its maker wrote into it.
    private func isSound(_ state: RoomState, from inviter: RoomMember) -> Bool {
        guard state.settings.kind == .direct else { return true }
        let two: Set = [own, inviter.identity]
        return two.count == 2 && Set(state.settings.admins) == two && state.identities == two
    }
}
