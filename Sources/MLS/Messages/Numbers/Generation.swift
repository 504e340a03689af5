import TLSCodec

/// How many times a sender's ratchet has been turned (RFC 9420 §9.1).
package struct Generation: Hashable, Comparable, Sendable, TLSNumber {
    package let rawValue: UInt32

    package static let first = Generation(rawValue: 0)

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The generation after this one; `nil` after the last that four bytes can tell.
    package var next: Generation? { rawValue == .max ? nil : Generation(rawValue: rawValue + 1) }

    package static func < (left: Generation, right: Generation) -> Bool { left.rawValue < right.rawValue }
}
