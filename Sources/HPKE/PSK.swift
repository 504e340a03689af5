public import Sodium

/// A pre-shared key with its public name: PSK mode shows that the sender holds it (RFC 9180 §5.1.2).
///
/// Both or neither, by its type. The key must hold 32 bytes of entropy (§9.5): a passphrase can be guessed offline.
public struct PSK: Sendable {
    /// Bytes that a key has at least (§9.5). Length isn't entropy: that is the caller's to see to.
    public static let keyByteCountMin = 32

    let key: Secret
    /// By which both ends know which key is meant; not secret.
    public let id: [UInt8]

    /// - Throws: ``HPKEError/invalidPSK`` for a key below 32 bytes or an empty id.
    public init(_ key: Secret, id: [UInt8]) throws(HPKEError) {
        guard key.byteCount >= Self.keyByteCountMin, !id.isEmpty else { throw .invalidPSK }
        self.key = key
        self.id = id
    }
}
