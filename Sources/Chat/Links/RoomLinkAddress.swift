package import Identity
package import RelayProtocol
import Sodium

/// An invite link as people pass it on: `sotto://HOST:PORT/RELAYKEY#ROOM.SECRET`.
///
/// Whoever has the text may join the room: it is a secret, and nobody wipes a text.
package struct RoomLinkAddress: Sendable {
    /// With its key.
    package let relay: RelayAddress
    package let room: RoomID
    package let secret: LinkSecret

    /// - Parameter relay: with its key.
    package init(_ relay: RelayAddress, room: RoomID, secret: LinkSecret) {
        (self.relay, self.room, self.secret) = (relay, room, secret)
    }

    /// Nothing unless it is exactly that.
    package init?(_ text: String) {
        guard text.utf8.count <= 2 * RelayAddress.textByteCountMax else { return nil }
        let halves = text.split(separator: "#", omittingEmptySubsequences: false)
        guard halves.count == 2, let relay = try? RelayAddress(String(halves[0])), relay.relayKey != nil else {
            return nil
        }
        let parts = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let room = RoomID(text: parts[0]),
            let bytes = Base64URL.bytes(of: Array(parts[1].utf8)[...]), let secret = LinkSecret(copying: bytes.span)
        else { return nil }
        self.init(relay, room: room, secret: secret)
    }

    package var text: String {
        let secret = secret.withBytes { bytes in Base64URL.text(of: bytes.indices.map { bytes[$0] }) }
        return "\(relay.inviteLine ?? "")#\(room.text).\(secret)"
    }
}
