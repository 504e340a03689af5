import CSodium

extension X25519 {
    /// A public key: 32 bytes, any of them. Points of low order are found when a secret is agreed on, not here.
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
    }
}
