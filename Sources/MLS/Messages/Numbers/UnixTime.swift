public import TLSCodec

/// Seconds since 1970-01-01 00:00 UTC, as a ``Lifetime`` counts them (RFC 9420 §7.2). The caller brings the clock.
public struct UnixTime: Hashable, Comparable, Sendable, TLSStruct {
    public let seconds: UInt64

    public init(seconds: UInt64) { self.seconds = seconds }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        seconds = try v.uint64 { $0.seconds }
    }

    public static func < (left: UnixTime, right: UnixTime) -> Bool { left.seconds < right.seconds }
}
