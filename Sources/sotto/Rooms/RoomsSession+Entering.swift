import Chat
import RelayProtocol

extension RoomsSession {
    /// Joins by a link, where its room isn't known yet.
    func enter(by link: RoomLinkAddress) async throws(Failure) -> RoomID {
        let room = link.room
        let standing = try await read { core throws(ChatStorageError) in core.record(of: room)?.standing }
        if standing == .member {
            try await sync()
        } else {
            _ = try await join(by: link)
        }
        return room
    }

    /// Of the rooms that this device is in, the one in which something happened last.
    func latestRoom() async throws(Failure) -> RoomID? {
        try await read { core throws(ChatStorageError) in
            let seen = try Self.memberRooms(in: core).map { room throws(ChatStorageError) in
                let last = try core.timeline(of: room, newestFirst: true, limit: 1).first
                return (room: room, atSeconds: last?.row.seenAtSeconds ?? 0)
            }
            return seen.max { $0.atSeconds < $1.atSeconds }?.room
        }
    }

    func memberRoom(named name: RoomName) async throws(Failure) -> RoomID? {
        try await read { core throws(ChatStorageError) in
            Self.memberRooms(in: core).first { core.name(of: $0) == name }
        }
    }

    private static func memberRooms(in core: ChatCore) -> [RoomID] {
        core.roomIDs.filter { [.member, .creating].contains(core.record(of: $0)?.standing) }
    }
}
