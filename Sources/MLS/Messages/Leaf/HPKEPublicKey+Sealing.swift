public import Sodium

extension HPKEPublicKey {
    /// Seals bytes of the application's own to whoever holds this key: an init key, a group's ``Group/externalKey`` or an
    /// ``HPKESecretKey``'s. HPKE in base mode (RFC 9180 §6.1), as an encoded HPKECiphertext (RFC 9420 §7.6).
    ///
    /// It authenticates nobody: anybody who has the key seals so. Whoever shall be believed signs inside. Nor does it
    /// hide the length, or survive a later theft of the secret key.
    ///
    /// - Parameters:
    ///   - plaintext: what only the key's holder shall read.
    ///   - info: what it is for, the same for sealing and opening: begin with a domain of your own, one a purpose.
    ///   - associatedData: covered by the seal, and sent beside it if the other side doesn't have it.
    ///   - suite: the key's.
    ///   - random: what the ephemeral key is drawn from; X-Wing draws its own.
    /// - Throws: ``MLSError/reservedInfo`` for an info that is empty or begins like one of MLS;
    ///   ``ValidationRule/encryptionKeyForm`` if this is no key of the suite; ``MLSError/malformed(_:)`` for 2^30 bytes
    ///   or more.
    public func seal(
        _ plaintext: Span<UInt8>, info: [UInt8], authenticating associatedData: [UInt8] = [], for suite: CipherSuite,
        random: RandomSource = .system
    ) throws(MLSError) -> [UInt8] {
        try suite.seal(
            plaintext, to: self, info: ApplicationInfo(info), authenticating: associatedData, random: random)
    }

    /// The same by EncryptWithLabel (RFC 9420 §5.1.3), for protocols that give a label and a context.
    ///
    /// - Throws: ``MLSError/reservedInfo`` for an empty label and for the RFC's own, `UpdatePathNode` and `Welcome`;
    ///   ``ValidationRule/encryptionKeyForm``, ``MLSError/malformed(_:)``.
    public func seal(
        _ plaintext: Span<UInt8>, label: String, context: [UInt8], for suite: CipherSuite,
        random: RandomSource = .system
    ) throws(MLSError) -> [UInt8] {
        try suite.seal(plaintext, to: self, info: ApplicationInfo(label: label, context: context), random: random)
    }
}
