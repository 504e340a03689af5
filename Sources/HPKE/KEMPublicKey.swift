/// A public key of one KEM, as it goes over a wire.
///
/// Its length is checked; whether anybody can be sealed to with it shows when one seals.
public struct KEMPublicKey: Hashable, Sendable {
    public let kem: KEM
    public let bytes: [UInt8]

    /// - Throws: ``HPKEError/wrongLength`` unless `bytes` has the KEM's length.
    public init(_ kem: KEM, _ bytes: [UInt8]) throws(HPKEError) {
        guard bytes.count == kem.publicKeyByteCount else { throw .wrongLength }
        self.kem = kem
        self.bytes = bytes
    }

    /// For bytes that this room itself has made.
    init(made bytes: [UInt8], of kem: KEM) {
        precondition(bytes.count == kem.publicKeyByteCount)
        self.kem = kem
        self.bytes = bytes
    }
}
