import Sodium

/// By which a client's rows are sealed: 32 random bytes, in locked memory.
package struct StoreKey: ~Copyable, Sendable {
    private let secret: SecretBytes

    package static let byteCount = 32

    /// A new one.
    package init() { secret = .random(byteCount: Self.byteCount, in: .slab) }

    /// - Returns: nothing unless there are 32 bytes.
    package init?(copying bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        secret = SecretBytes(copying: bytes, in: .slab)
    }

    func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withBytes(body)
    }

    /// A key of its own for each use, which lives as long as this one.
    func derived(_ domain: StoreDomain) throws(SodiumError) -> SecretBytes {
        try withBytes { (key) throws(SodiumError) in
            try HKDF.expand(.sha256, pseudorandomKey: key, info: domain.bytes.span, byteCount: Self.byteCount)
                .copy(in: .slab)
        }
    }
}
