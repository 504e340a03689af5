import CSodium

extension X25519 {
    /// A secret key with its public half: a reference to one secret, wiped when the last reference goes.
    ///
    /// A class, because a server lends one static key to thousands of handshakes at once and must not copy it for
    /// each.
    public final class SecretKey: Sendable {
        private let secret: SecretBytes
        public let publicKey: PublicKey

        /// A new random key.
        public init(in place: SecretBytes.Place = .heap) {
            secret = .random(byteCount: X25519.keyByteCount, in: place)
            publicKey = Self.derivePublicKey(secret)
        }

        /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 32 bytes long.
        public init(copying bytes: Span<UInt8>, in place: SecretBytes.Place = .heap) throws(SodiumError) {
            guard bytes.count == X25519.keyByteCount else { throw .wrongLength }
            SodiumLibrary.start()
            secret = SecretBytes(copying: bytes, in: place)
            publicKey = Self.derivePublicKey(secret)
        }

        /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 32 bytes long.
        public convenience init(copying bytes: [UInt8], in place: SecretBytes.Place = .heap) throws(SodiumError) {
            try self.init(copying: bytes.span, in: place)
        }

        /// What both sides can compute and nobody else. Hash it before use: it isn't uniform.
        ///
        /// - Throws: ``SodiumError/zeroSharedSecret`` if `peer` is of low order (RFC 7748 §6.1).
        public func sharedSecret(with peer: PublicKey) throws(SodiumError) -> SecretBytes {
            let shared = SecretBytes(zeroed: X25519.sharedSecretByteCount)
            let result = unsafe peer.storage.withPointer { peer in
                unsafe crypto_scalarmult(shared.pointer, secret.pointer, peer)
            }
            guard result == 0 else { throw .zeroSharedSecret }
            return shared
        }

        /// Lends the 32 bytes, for storing them.
        public func withBytes<Result: ~Copyable, Failure: Error>(
            _ body: (Span<UInt8>) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            try secret.withBytes(body)
        }

        private static func derivePublicKey(_ secret: borrowing SecretBytes) -> PublicKey {
            var bytes = [UInt8](repeating: 0, count: X25519.keyByteCount)
            _ = unsafe crypto_scalarmult_base(&bytes, secret.pointer)
            return PublicKey(exactly: bytes)
        }
    }
}

extension X25519.PublicKey {
    /// For 32 bytes that this room itself has made.
    fileprivate init(exactly bytes: [UInt8]) {
        guard let storage = Bytes32(copying: bytes.span) else { preconditionFailure("a key is 32 bytes long") }
        self.storage = storage
    }
}
