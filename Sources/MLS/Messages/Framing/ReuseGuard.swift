import TLSCodec

/// Four random bytes that change a nonce (RFC 9420 §6.3.1): a sender whose state was lost doesn't use one twice.
package struct ReuseGuard: Hashable, Sendable, TLSNumber {
    /// The bytes, the first one highest.
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }
}
