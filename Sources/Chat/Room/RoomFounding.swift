import Identity
package import MLS
package import RelayProtocol
package import Sodium

/// Makes the group of a new room, with its founder as the only member.
package enum RoomFounding {
    /// - Throws: ``MLSError`` for settings that contradict themselves.
    package static func group(
        of room: RoomID, settings: RoomSettings, founder: RoomClient, suite: CipherSuite, now: UnixTime,
        credentials: VerifiedCredentials, random: RandomSource = .system
    ) throws(MLSError) -> Group {
        try Group(
            creating: GroupID(room.bytes), cipherSuite: suite, client: founder.client,
            extensions: try RoomExtensions.of(settings), configuration: .room(credentials), now: now, random: random)
    }
}
