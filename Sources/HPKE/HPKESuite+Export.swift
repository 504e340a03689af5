public import Sodium

extension HPKESuite {
    /// A fresh secret shared with the holder of `recipient`, bound to `context`, without a message (RFC 9180 §6.2).
    ///
    /// The ephemeral key is drawn from `random`; X-Wing draws its own.
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/invalidPublicKey``, ``HPKEError/outputTooLong``.
    public func exportSecret(
        to recipient: KEMPublicKey, info: Span<UInt8>, context: Span<UInt8>, byteCount: Int, psk: PSK? = nil,
        random: RandomSource = .system
    ) throws(HPKEError) -> HPKEExport {
        let encapsulated = try kem.encapsulate(to: recipient, random: random)
        let schedule = KeySchedule(PreparedInfo(info, for: self), sharedSecret: encapsulated.sharedSecret, psk: psk)
        let secret = try export(from: schedule.exporterSecret(), context: context, byteCount: byteCount)
        return HPKEExport(encapsulation: encapsulated.encapsulation, secret: secret)
    }

    /// The secret that the maker of `encapsulation` shares with this key (RFC 9180 §6.2).
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/wrongLength``, ``HPKEError/invalidEncapsulation``,
    ///   ``HPKEError/outputTooLong``.
    public func exportSecret(
        encapsulation: Span<UInt8>, with key: KEMSecretKey, info: Span<UInt8>, context: Span<UInt8>, byteCount: Int,
        psk: PSK? = nil
    ) throws(HPKEError) -> SecretBytes {
        let shared = try kem.decapsulate(encapsulation, with: key)
        let schedule = KeySchedule(PreparedInfo(info, for: self), sharedSecret: shared, psk: psk)
        return try export(from: schedule.exporterSecret(), context: context, byteCount: byteCount)
    }

    /// LabeledExpand(exporter_secret, "sec", context, L) (RFC 9180 §5.3).
    func export(
        from exporterSecret: borrowing SecretBytes, context: Span<UInt8>, byteCount: Int
    ) throws(HPKEError) -> SecretBytes {
        let keyed = exporterSecret.withBytes { secret in HMACSHA256(key: secret) }
        return try kdf.expand(keyed, byteCount: byteCount) { mac in
            mac.update(SuiteID.bytes(UInt16(truncatingIfNeeded: byteCount)))
            mac.update(SuiteLabels.of(self).export)
            mac.update(context)
        }
    }
}
