public import Sodium

/// An `info` that many messages share, hashed once (RFC 9180 §5.1): that of a Welcome is as long as its whole tree.
///
/// It belongs to one suite; what it seals, ``HPKESuite/open(encapsulation:ciphertext:with:info:authenticating:psk:)``
/// opens with the same info.
public struct PreparedInfo: Sendable {
    /// What it seals with, and was hashed for.
    public let suite: HPKESuite
    let hash: [UInt8]

    /// Hashes `info`, of any length; it isn't kept.
    public init(_ info: Span<UInt8>, for suite: HPKESuite) {
        self.suite = suite
        hash = KeySchedule.hash(SuiteLabels.of(suite).infoHash, info)
    }

    /// Seals one message to the holder of `recipient` (RFC 9180 §6.1).
    ///
    /// The ephemeral key is drawn from `random`; X-Wing draws its own.
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/invalidPublicKey``.
    public func seal(
        _ plaintext: Span<UInt8>, to recipient: KEMPublicKey, authenticating associatedData: Span<UInt8>,
        psk: PSK? = nil, random: RandomSource = .system
    ) throws(HPKEError) -> HPKECiphertext {
        let encapsulated = try suite.kem.encapsulate(to: recipient, random: random)
        let schedule = KeySchedule(self, sharedSecret: encapsulated.sharedSecret, psk: psk)
        let ciphertext = try schedule.withFirstKey { (key, nonce) throws(HPKEError) in
            try suite.aead.seal(plaintext, key: key, nonce: nonce, authenticating: associatedData)
        }
        return HPKECiphertext(encapsulation: encapsulated.encapsulation, ciphertext: ciphertext)
    }
}
