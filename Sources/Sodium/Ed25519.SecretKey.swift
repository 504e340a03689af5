import CSodium

extension Ed25519 {
    /// A key that signs, with its public half: a reference to one secret, wiped when the last reference goes.
    public final class SecretKey: Sendable {
        /// libsodium's form: the seed and the public key behind it.
        private let secret: SecretBytes
        public let publicKey: PublicKey

        /// A new random key.
        public convenience init(in place: SecretBytes.Place = .heap) {
            let seed = SecretBytes.random(byteCount: Ed25519.seedByteCount)
            self.init(seed: seed, in: place)
        }

        /// The key of a 32-byte seed (RFC 8032 calls the seed the private key).
        ///
        /// - Throws: ``SodiumError/wrongLength`` unless `seed` is 32 bytes long.
        public convenience init(seed: Span<UInt8>, in place: SecretBytes.Place = .heap) throws(SodiumError) {
            guard seed.count == Ed25519.seedByteCount else { throw .wrongLength }
            self.init(seed: SecretBytes(copying: seed), in: place)
        }

        /// - Throws: ``SodiumError/wrongLength`` unless `seed` is 32 bytes long.
        public convenience init(seed: [UInt8], in place: SecretBytes.Place = .heap) throws(SodiumError) {
            try self.init(seed: seed.span, in: place)
        }

        private init(seed: borrowing SecretBytes, in place: SecretBytes.Place) {
            SodiumLibrary.start()
            let expanded = SecretBytes(zeroed: 64, in: place)
            var publicBytes = [UInt8](repeating: 0, count: Ed25519.publicKeyByteCount)
            _ = unsafe crypto_sign_seed_keypair(&publicBytes, expanded.pointer, seed.pointer)
            guard let storage = Bytes32(copying: publicBytes.span) else {
                preconditionFailure("a key is 32 bytes long")
            }
            secret = expanded
            publicKey = PublicKey(storage: storage)
        }

        /// The 64-byte signature over `message`; the same message gives the same signature.
        public func signature(for message: Span<UInt8>) -> [UInt8] {
            unsafe [UInt8](count: Ed25519.signatureByteCount) { signature in
                unsafe message.withPointer { text, count in
                    _ = unsafe crypto_sign_detached(signature, nil, text, UInt64(count), secret.pointer)
                }
            }
        }

        public func signature(for message: [UInt8]) -> [UInt8] { signature(for: message.span) }

        /// Lends the 32-byte seed, for storing it.
        public func withSeed<Result: ~Copyable, Failure: Error>(
            _ body: (Span<UInt8>) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            try secret.withBytes { (bytes) throws(Failure) in try body(bytes.extracting(first: Ed25519.seedByteCount)) }
        }
    }
}

extension Ed25519.PublicKey {
    fileprivate init(storage: Bytes32) { self.storage = storage }
}
