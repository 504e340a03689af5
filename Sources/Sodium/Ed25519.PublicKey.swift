import CSodium

extension Ed25519 {
    /// A key that verifies.
    public struct PublicKey: Sendable, Hashable {
        let storage: Bytes32

        /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 32 bytes long.
        public init(_ bytes: Span<UInt8>) throws(SodiumError) {
            guard let storage = Bytes32(copying: bytes) else { throw .wrongLength }
            self.storage = storage
        }

        /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 32 bytes long.
        public init(_ bytes: [UInt8]) throws(SodiumError) { try self.init(bytes.span) }

        /// The 32 bytes, as they go over a wire.
        public var bytes: [UInt8] { storage.array }

        /// Whether `signature` was made over `message` by this key's secret half. Non-canonical signatures and keys of
        /// low order are refused.
        public func isValid(_ signature: Span<UInt8>, for message: Span<UInt8>) -> Bool {
            guard signature.count == Ed25519.signatureByteCount else { return false }
            return unsafe signature.withPointer { signature, _ in
                unsafe message.withPointer { text, count in
                    unsafe storage.withPointer { key in
                        unsafe crypto_sign_verify_detached(signature, text, UInt64(count), key) == 0
                    }
                }
            }
        }

        public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
            isValid(signature.span, for: message.span)
        }
    }
}
