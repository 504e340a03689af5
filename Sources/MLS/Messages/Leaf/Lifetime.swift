public import TLSCodec

/// When a key package may be used (RFC 9420 §7.2).
public struct Lifetime: Hashable, Sendable, TLSStruct {
    public let notBefore: UnixTime
    public let notAfter: UnixTime

    public init(notBefore: UnixTime, notAfter: UnixTime) {
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        notBefore = try v.nested { $0.notBefore }
        notAfter = try v.nested { $0.notAfter }
    }

    /// Whether `time` lies in the lifetime, both ends included.
    public func contains(_ time: UnixTime) -> Bool { notBefore <= time && time <= notAfter }
}
