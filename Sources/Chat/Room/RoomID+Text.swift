import Identity
package import RelayProtocol
package import Sodium

extension RoomID {
    /// How people and programs name a room: base64url, 43 characters.
    package var text: String { Base64URL.text(of: bytes) }

    package static func drawn(by random: RandomSource = .system) -> RoomID {
        guard let id = RoomID(random.bytes(count: 32)) else { preconditionFailure("it has that many bytes") }
        return id
    }

    package init?(text: some StringProtocol) {
        guard let bytes = Base64URL.bytes(of: Array(text.utf8)[...]) else { return nil }
        self.init(bytes)
    }
}
