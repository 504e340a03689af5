public import Sodium

/// The sealing end of a context (RFC 9180 §5.2). Each message has its own nonce, in order from 0.
public struct SenderContext: ~Copyable {
    /// What the recipient sets its end up with.
    public let encapsulation: [UInt8]
    private var state: ContextState

    init(encapsulation: [UInt8], _ state: consuming ContextState) {
        self.encapsulation = encapsulation
        self.state = state
    }

    /// - Throws: ``HPKEError/messageLimitReached`` once 2⁶⁴ − 1 messages are sealed.
    public mutating func seal(
        _ plaintext: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> [UInt8] {
        try state.seal(plaintext, authenticating: associatedData)
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
