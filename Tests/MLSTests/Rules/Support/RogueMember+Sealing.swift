import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

extension RogueMember {
    /// A private message of any plaintext, from any leaf, in any generation: sealed with the key that this leaf would
    /// have used. For a leaf without keys the ciphertext is noise.
    func sealed(
        _ plaintext: [UInt8], as type: ContentType = .application, from sender: LeafIndex? = nil,
        generation: UInt32 = 0, senderData: [UInt8]? = nil
    ) throws -> [UInt8] {
        let secrets = try #require(group.secrets)
        let sender = sender ?? leaf
        let reuseGuard = ReuseGuard(rawValue: 0x0102_0304)
        var associated = Writer()
        try associated.opaque(group.id.bytes, .variable)
        associated.integer(group.currentEpoch.rawValue)
        associated.integer(type.rawValue)
        let front = associated.bytes
        try associated.opaque([], .variable)
        var ciphertext = [UInt8](repeating: 0xCC, count: 64)
        let limits = RatchetLimits(generationsAheadMax: .max, skippedKeysMax: 0)
        if let key = try? secrets.tree.key(of: sender, for: type, Generation(rawValue: generation), limits).key {
            ciphertext = try key.sealing(plaintext, reuseGuard, authenticating: associated.bytes, suite)
        }
        let plainSender = SenderData(
            leafIndex: sender, generation: Generation(rawValue: generation), reuseGuard: reuseGuard)
        let sealedSender = try secrets.senderData.key(for: ciphertext.span)
            .sealing(senderData ?? plainSender.encoded(), nil, authenticating: front, suite)
        return try MLSMessage.privateMessage(
            PrivateMessage(
                groupID: group.id, epoch: group.currentEpoch, contentType: type, authenticatedData: [],
                encryptedSenderData: sealedSender, ciphertext: ciphertext)
        ).serialized()
    }

    /// The plaintext of a private message: content, proof of origin, padding.
    func plaintext(_ content: FramedContent.Content, padding: [UInt8] = []) throws -> [UInt8] {
        let signed = try signed(content, as: .privateMessage)
        return try PrivateMessageContent.encoded(signed.content, signed.auth, padding: .none) + padding
    }
}

extension MessageKey {
    fileprivate func sealing(
        _ plaintext: [UInt8], _ reuseGuard: ReuseGuard?, authenticating associated: [UInt8], _ suite: CipherSuite
    ) throws -> [UInt8] {
        try withParts(reuseGuard) { key, nonce in
            try suite.hpke.aead.seal(plaintext.span, key: key, nonce: nonce, authenticating: associated.span)
        }
    }
}
