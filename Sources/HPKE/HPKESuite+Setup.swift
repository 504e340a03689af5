public import Sodium

extension HPKESuite {
    /// A context that seals any number of messages to the holder of `recipient` (RFC 9180 §5.1).
    ///
    /// The ephemeral key is drawn from `random`; X-Wing draws its own.
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/invalidPublicKey``.
    public func setupSender(
        to recipient: KEMPublicKey, info: Span<UInt8>, psk: PSK? = nil, random: RandomSource = .system
    ) throws(HPKEError) -> SenderContext {
        let encapsulated = try kem.encapsulate(to: recipient, random: random)
        let schedule = KeySchedule(PreparedInfo(info, for: self), sharedSecret: encapsulated.sharedSecret, psk: psk)
        return SenderContext(encapsulation: encapsulated.encapsulation, try ContextState(schedule))
    }

    /// The context that opens what the maker of `encapsulation` seals.
    ///
    /// Nothing says yet that anybody sealed anything: the first message that opens does. It doesn't say who, unless
    /// there is a PSK: then its holder did.
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/wrongLength`` for the encapsulation,
    ///   ``HPKEError/invalidEncapsulation``.
    public func setupRecipient(
        encapsulation: Span<UInt8>, with key: KEMSecretKey, info: Span<UInt8>, psk: PSK? = nil
    ) throws(HPKEError) -> RecipientContext {
        let shared = try kem.decapsulate(encapsulation, with: key)
        let schedule = KeySchedule(PreparedInfo(info, for: self), sharedSecret: shared, psk: psk)
        return RecipientContext(try ContextState(schedule))
    }
}
