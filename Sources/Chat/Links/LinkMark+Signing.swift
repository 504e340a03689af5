import Identity
import MLS
import RelayProtocol
import Sodium
import TLSCodec

extension LinkMark {
    /// - Parameters:
    ///   - epoch: the one that the external commit ends.
    ///   - leaf: the joiner's own keys, so that nobody else's leaf bears this mark.
    static func issue(
        by key: Ed25519.SecretKey, link: LinkKey, use: UInt32, room: RoomID, epoch: Epoch, leaf: MarkedLeaf
    ) throws(CodecError) -> LinkMark {
        let signed = try signedBytes(use: use, room: room, epoch: epoch, leaf: leaf)
        return LinkMark(link: link, use: use, signature: key.signature(for: signed))
    }

    func isSigned(room: RoomID, epoch: Epoch, leaf: MarkedLeaf) -> Bool {
        guard let key = try? Ed25519.PublicKey(link.bytes),
            let signed = try? Self.signedBytes(use: use, room: room, epoch: epoch, leaf: leaf)
        else { return false }
        return key.isValid(signature, for: signed)
    }

    /// "sotto link mark 1" ‖ \0 ‖ room id ‖ epoch(8) ‖ signature key<2> ‖ encryption key<2> ‖ use(4).
    private static func signedBytes(
        use: UInt32, room: RoomID, epoch: Epoch, leaf: MarkedLeaf
    ) throws(CodecError) -> [UInt8] {
        var writer = Writer(continuing: Domain.linkMark.bytes + room.bytes)
        writer.integer(epoch.rawValue)
        try writer.opaque(leaf.signatureKey.bytes, .uint16)
        try writer.opaque(leaf.encryptionKey.bytes, .uint16)
        writer.integer(use)
        return writer.bytes
    }
}

/// The keys of the leaf that a mark is for.
struct MarkedLeaf {
    let signatureKey: SignaturePublicKey
    let encryptionKey: HPKEPublicKey
}
