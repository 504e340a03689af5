import TLSCodec

/// An MLS cipher suite (RFC 9420 §17.1), to a relay nothing but a number that two clients share.
package struct CipherSuiteNumber: TLSNumber, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }
}
