public import Sodium

extension HPKESuite {
    /// Seals one message to the holder of `recipient` (RFC 9180 §6.1).
    ///
    /// The ephemeral key is drawn from `random`; X-Wing draws its own.
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/invalidPublicKey``.
    public func seal(
        _ plaintext: Span<UInt8>, to recipient: KEMPublicKey, info: Span<UInt8>,
        authenticating associatedData: Span<UInt8>, psk: PSK? = nil, random: RandomSource = .system
    ) throws(HPKEError) -> HPKECiphertext {
        try PreparedInfo(info, for: self)
            .seal(plaintext, to: recipient, authenticating: associatedData, psk: psk, random: random)
    }

    /// Opens one message (RFC 9180 §6.1). That it opens says nothing of who sealed it, unless there is a PSK: then its
    /// holder did. The same bytes open as often as they come.
    ///
    /// - Throws: ``HPKEError/doesNotOpen``, ``HPKEError/wrongKEM``, ``HPKEError/wrongLength`` for the encapsulation,
    ///   ``HPKEError/invalidEncapsulation``.
    public func open(
        encapsulation: Span<UInt8>, ciphertext: Span<UInt8>, with key: KEMSecretKey, info: Span<UInt8>,
        authenticating associatedData: Span<UInt8>, psk: PSK? = nil
    ) throws(HPKEError) -> SecretBytes {
        let shared = try kem.decapsulate(encapsulation, with: key)
        let schedule = KeySchedule(PreparedInfo(info, for: self), sharedSecret: shared, psk: psk)
        return try schedule.withFirstKey { (key, nonce) throws(HPKEError) in
            try aead.open(ciphertext, key: key, nonce: nonce, authenticating: associatedData)
        }
    }

    /// Opens one message. The same holds.
    ///
    /// - Throws: as ``open(encapsulation:ciphertext:with:info:authenticating:psk:)``.
    public func open(
        _ sealed: HPKECiphertext, with key: KEMSecretKey, info: Span<UInt8>, authenticating associatedData: Span<UInt8>,
        psk: PSK? = nil
    ) throws(HPKEError) -> SecretBytes {
        try open(
            encapsulation: sealed.encapsulation.span, ciphertext: sealed.ciphertext.span, with: key, info: info,
            authenticating: associatedData, psk: psk)
    }
}
