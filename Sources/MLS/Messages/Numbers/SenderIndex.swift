public import TLSCodec

/// Which of the group's `external_senders` speaks, counted from zero (RFC 9420 §6).
public struct SenderIndex: Hashable, Sendable, TLSNumber {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }
}
