import Identity
import MLS
import RelayProtocol

extension ChatCore {
    /// Links whose time is over are taken out of the room by an admin's client (PROTOCOL.md §4). The relay has stopped
    /// serving them by then, and no member judges by a clock: so a wrong one ends a link early, and nothing else.
    mutating func endExpiredLinks(of id: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let room = rooms[id], room.record.standing == .member, let state = room.state,
            state.admins.contains(client.credential.identityKey)
        else { return }
        let expired = state.settings.links.filter { $0.expiresAtSeconds <= step.now.seconds }.map(\.key)
        let wishes = expired.map { RoomWish.change(.endLink($0)) }.filter { !room.record.wishes.contains($0) }
        for each in wishes { try wish(each, of: id, &step) }
    }
}
