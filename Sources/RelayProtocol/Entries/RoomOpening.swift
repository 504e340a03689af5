import Identity

/// What an access key or a link key signs to open a room on one line, and on no other.
package enum RoomOpening {
    /// "sotto room opening 1" ‖ \0 ‖ handshake hash ‖ room id ‖ number(8).
    package static func signedBytes(handshakeHash: [UInt8], room: RoomID, number: EntryNumber) -> [UInt8] {
        Domain.roomOpening.bytes + handshakeHash + room.bytes + number.bigEndianBytes
    }

    /// "sotto link opening 1" ‖ \0 ‖ handshake hash ‖ room id ‖ link key.
    package static func signedBytes(handshakeHash: [UInt8], room: RoomID, link: LinkKey) -> [UInt8] {
        Domain.linkOpening.bytes + handshakeHash + room.bytes + link.bytes
    }
}
