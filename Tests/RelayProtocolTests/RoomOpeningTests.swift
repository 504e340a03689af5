import Identity
import RelayProtocol
import Sodium
import TestSupport
import Testing

@Suite struct RoomOpeningTests {
    private static let handshakeAndRoom = Known.handshakeHash + Known.room.bytes

    @Test func anAccessKeySignsLineRoomAndEpoch() throws {
        let signed = RoomOpening.signedBytes(
            handshakeHash: Known.handshakeHash, room: Known.room, number: EntryNumber(1))
        #expect(signed == Array("sotto room opening 1\0".utf8) + Self.handshakeAndRoom + [0, 0, 0, 0, 0, 0, 0, 1])
        let key = try Ed25519.SecretKey(seed: [UInt8](repeating: 7, count: 32))
        #expect(key.publicKey.bytes == Known.accessKey.bytes)
        #expect(
            key.signature(for: signed).hex
                == "7e7102b7c7cc8c2ee5bc065ee86df42a7c85e1ec228d3abb8ccede77baaf464d"
                + "3dca206a67ad76666fd9d5985bcf1fe15c87c2187e7883b4b0fea4d0b1ceaa02")
    }

    @Test func aLinkKeySignsLineRoomAndItself() throws {
        let signed = RoomOpening.signedBytes(
            handshakeHash: Known.handshakeHash, room: Known.room, link: Known.linkKey)
        #expect(signed == Array("sotto link opening 1\0".utf8) + Self.handshakeAndRoom + Known.linkKey.bytes)
        let key = try Ed25519.SecretKey(seed: [UInt8](repeating: 8, count: 32))
        #expect(key.publicKey.bytes == Known.linkKey.bytes)
        #expect(
            key.signature(for: signed).hex
                == "fd0e00a0c9ebc13603312331957b21f5396a71fbe25c09300cdd15ee5ee255be"
                + "3aea33e641624a01182aedf9c169879e551d0ae43235e9e45f4b27119e382b03")
    }
}
