import Chat
import Identity
import MLS
import RelayProtocol

extension RoomsSession {
    /// A new link by which others may join a room, once it stands.
    func makeLink(to room: RoomID, uses: UInt32, for span: TimeSpan) async throws(Failure) -> RoomLinkAddress {
        let secret = LinkSecret()
        let suite = try await read { core throws(ChatStorageError) in core.suite(of: room) }
        guard let suite else { throw Failure(ChatFailure.notMember) }
        let link = RoomLink(
            key: secret.key, sealingKey: secret.sealingKey(for: suite).publicKey, maker: identity, usesAllowed: uses,
            expiresAtSeconds: UInt64(SystemClock.millisecondsSince1970 / 1_000) + UInt64(span.seconds))
        try await change(room, by: .change(.makeLink(link), of: room))
        return RoomLinkAddress(relay, room: room, secret: secret)
    }

    /// The link that a host shows at each start. Of those of earlier starts the youngest stay, for who still has one.
    func makeLobbyLink(to room: RoomID) async throws(Failure) -> RoomLinkAddress {
        let own = try await read { core throws(ChatStorageError) in
            (core.state(of: room)?.settings.links ?? []).filter { $0.maker.isSame(as: identity) }
        }
        for link in own.dropLast(Self.lobbyLinksKept) {
            try await change(room, by: .change(.endLink(link.key), of: room))
        }
        return try await makeLink(to: room, uses: Self.lobbyLinkUses, for: .week)
    }

    private static let lobbyLinksKept = 3
    private static let lobbyLinkUses: UInt32 = 1_000

    /// - Returns: what the room is called.
    func join(by link: RoomLinkAddress) async throws(Failure) -> String? {
        let room = link.room
        try await perform(.join(room, by: link.secret))
        try await wait(for: room) { $0 == .joined(room) }
        return try await read { core throws(ChatStorageError) in core.state(of: room)?.settings.name?.name.text }
    }
}

extension RoomLinkAddress {
    init(given text: String) throws(Failure) {
        guard let link = RoomLinkAddress(text) else {
            throw Failure(
                .wrongUsage, "That isn't a room link.", mend: "It looks like this: sotto://HOST:PORT/KEY#ROOM.SECRET")
        }
        self = link
    }
}

extension RoomLinkAddress {
    /// Whether a word looks like a link, whole or not: a secret, as far as anybody can tell.
    static func isRead(in word: String) -> Bool { word.contains("sotto://") && word.contains("#") }
}
