/// A reference to one secret, for those that many hold: wiped when the last reference goes.
///
/// It has no description and isn't `Equatable`, so it can't reach a log or a careless comparison.
public final class Secret: Sendable {
    private let bytes: SecretBytes

    public init(_ bytes: consuming SecretBytes) { self.bytes = bytes }

    /// A secret that is a copy of `bytes`. The original is the caller's to wipe.
    public convenience init(copying bytes: Span<UInt8>) { self.init(SecretBytes(copying: bytes)) }

    /// A secret that is a copy of `bytes`. The original is the caller's to wipe.
    public convenience init(copying bytes: [UInt8]) { self.init(copying: bytes.span) }

    public var byteCount: Int { bytes.byteCount }

    /// Lends the bytes for the duration of `body`.
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withBytes(body)
    }

    /// Whether both hold the same bytes, in constant time. Lengths are taken as public.
    public func isEqual(to other: Secret) -> Bool {
        withBytes { left in other.withBytes { right in ConstantTime.areEqual(left, right) } }
    }
}
