public import Sodium

/// What ``Secret`` has in its own room, for those who import this one alone (SE-0444).
extension Secret {
    /// A secret that is a copy of `bytes`; where the type's name isn't at hand, `.init(span:)`. The original is the
    /// caller's to wipe.
    public convenience init(span bytes: Span<UInt8>) { self.init(copying: bytes) }

    /// Lends the bytes for the duration of `body`. Whoever copies them out of it answers for the copy.
    public func withSpan<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withBytes(body)
    }
}
