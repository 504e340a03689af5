public import Sodium

/// The opening end of a context (RFC 9180 §5.2). Messages open in the order in which they were sealed.
public struct RecipientContext: ~Copyable {
    private var state: ContextState

    init(_ state: consuming ContextState) { self.state = state }

    /// A message that doesn't open changes nothing: the next one is tried with the same number.
    ///
    /// - Throws: ``HPKEError/doesNotOpen``, also for a ciphertext shorter than a tag; ``HPKEError/messageLimitReached``
    ///   once 2⁶⁴ − 1 messages were opened. Never ``HPKEError/wrongLength``: that is of an encapsulation, when the
    ///   context is set up.
    public mutating func open(
        _ ciphertext: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        try state.open(ciphertext, authenticating: associatedData)
    }

    /// A secret that both ends can compute, bound to `context` (RFC 9180 §5.3).
    ///
    /// - Throws: ``HPKEError/outputTooLong`` above ``KDF/outputByteCountMax``.
    public func export(context: Span<UInt8>, byteCount: Int) throws(HPKEError) -> SecretBytes {
        try state.export(context, byteCount: byteCount)
    }

    /// Goes on with a later sequence number, for tests of the limit; an earlier one changes nothing.
    package mutating func skip(to sequenceNumber: UInt64) { state.skip(to: sequenceNumber) }
}
