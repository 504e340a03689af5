public import TLSCodec

/// The number of a group's state: each commit raises it by one (RFC 9420 §8.1).
public struct Epoch: Hashable, Comparable, Sendable, TLSNumber {
    public let rawValue: UInt64

    /// The epoch in which a group is created.
    public static let first = Epoch(rawValue: 0)

    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The epoch after this one; `nil` after the last that eight bytes can tell.
    public var next: Epoch? { rawValue == .max ? nil : Epoch(rawValue: rawValue + 1) }

    public static func < (left: Epoch, right: Epoch) -> Bool { left.rawValue < right.rawValue }
}
