import Sodium

/// The steps of both formats by their description, without the room's own code.
enum Described {
    static func derived(_ key: [UInt8], _ domain: String) throws -> [UInt8] {
        try HKDF.expand(.sha256, pseudorandomKey: key.span, info: Array(domain.utf8).span, byteCount: 32).copy
    }

    static func scope(_ key: [UInt8], table: UInt8, _ name: [UInt8]) throws -> [UInt8] {
        var hash = try BLAKE2b(digestByteCount: 16, key: key.span)
        hash.update([table] + name)
        return hash.finalize()
    }

    static func sealed(_ text: [UInt8], _ key: [UInt8], nonce: [UInt8], _ data: [UInt8]) throws -> [UInt8] {
        let key = try AEADKey(.xChaCha20Poly1305, copying: key)
        return try key.seal(text, nonce: AEADNonce(copying: nonce), authenticating: data)
    }

    static func passphraseRoot(_ passphrase: [UInt8], salt: [UInt8], passes: UInt64, kibibytes: Int) throws -> [UInt8] {
        let hash = try Argon2id(passes: passes, memoryByteCount: kibibytes << 10)
        return try hash.derive(from: passphrase.span, salt: salt.span, byteCount: 32).copy
    }
}

extension SecretBytes {
    fileprivate var copy: [UInt8] { withBytes { span in span.indices.map { span[$0] } } }
}
