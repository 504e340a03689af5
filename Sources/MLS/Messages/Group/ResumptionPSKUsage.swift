public import TLSCodec

/// What a group's resumption secret is used for (RFC 9420 §8.4).
public enum ResumptionPSKUsage: UInt8, Hashable, Sendable, CaseIterable, TLSNumber {
    case application = 1
    case reInit = 2
    case branch = 3
}
