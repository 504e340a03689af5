public import Sodium

/// What ``SecretBytes`` have in their own room, for those who import this one alone (SE-0444).
extension SecretBytes {
    /// Lends the bytes for the duration of `body`: to store them, as long as they may be kept.
    public func withSpan<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withBytes(body)
    }
}
