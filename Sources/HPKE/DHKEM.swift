import Sodium

/// DHKEM(X25519, HKDF-SHA256) (RFC 9180 §4.1), over libsodium's X25519.
enum DHKEM {
    private static let prefix = SuiteID.prefix(KEM.x25519)
    private static let extractShared = prefix + Array("eae_prk".utf8)
    private static let expandShared = SuiteID.bytes(32) + prefix + Array("shared_secret".utf8)
    private static let extractKey = prefix + Array("dkp_prk".utf8)
    private static let expandKey = SuiteID.bytes(32) + prefix + Array("sk".utf8)

    /// DeriveKeyPair (§7.1.3).
    static func deriveSecretKey(from ikm: Span<UInt8>) throws(HPKEError) -> SecretBytes {
        try derive(from: ikm, extractKey, expandKey) { _ in }
    }

    static func secretKey(copying bytes: Span<UInt8>) throws(HPKEError) -> X25519.SecretKey {
        do throws(SodiumError) { return try X25519.SecretKey(copying: bytes) } catch { throw HPKEError(error) }
    }

    /// Encap: the ephemeral key is drawn from `random` as it is.
    static func encapsulate(to recipient: KEMPublicKey, random: RandomSource) throws(HPKEError) -> Encapsulated {
        let drawn = random.secret(byteCount: X25519.keyByteCount)
        let ephemeral = try drawn.withBytes { (bytes) throws(HPKEError) in try secretKey(copying: bytes) }
        let encapsulation = ephemeral.publicKey.bytes
        let agreed = try agree(ephemeral, recipient.bytes.span, or: .invalidPublicKey)
        let secret = try sharedSecret(agreed, encapsulation.span, recipient.bytes.span)
        return Encapsulated(sharedSecret: secret, encapsulation: encapsulation)
    }

    /// Decap.
    static func decapsulate(
        _ encapsulation: Span<UInt8>, with key: X25519.SecretKey, _ publicKey: KEMPublicKey
    ) throws(HPKEError) -> SecretBytes {
        let agreed = try agree(key, encapsulation, or: .invalidEncapsulation)
        return try sharedSecret(agreed, encapsulation, publicKey.bytes.span)
    }

    /// A Diffie-Hellman result of all zeros is refused (§7.1.4): everybody would know it.
    private static func agree(
        _ key: X25519.SecretKey, _ peer: Span<UInt8>, or refusal: HPKEError
    ) throws(HPKEError) -> SecretBytes {
        do throws(SodiumError) { return try key.sharedSecret(with: X25519.PublicKey(peer)) } catch { throw refusal }
    }

    /// ExtractAndExpand.
    private static func sharedSecret(
        _ agreed: consuming SecretBytes, _ encapsulation: Span<UInt8>, _ publicKey: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        try agreed.withBytes { (agreed) throws(HPKEError) in
            try derive(from: agreed, extractShared, expandShared) { mac in
                mac.update(encapsulation)
                mac.update(publicKey)
            }
        }
    }

    /// 32 bytes by LabeledExtract without a salt, then LabeledExpand.
    private static func derive(
        from input: Span<UInt8>, _ extractLabel: [UInt8], _ expandLabel: [UInt8],
        context feed: (inout HMACSHA256) -> Void
    ) throws(HPKEError) -> SecretBytes {
        var extracting = HMACSHA256.unsalted()
        extracting.update(extractLabel)
        extracting.update(input)
        return try KDF.hkdfSHA256.expand(extracting.finishKey(), byteCount: 32) { mac in
            mac.update(expandLabel)
            feed(&mac)
        }
    }
}
