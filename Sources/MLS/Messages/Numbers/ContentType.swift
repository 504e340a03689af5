public import TLSCodec

/// What a framed message carries (RFC 9420 §6).
public enum ContentType: UInt8, Hashable, Sendable, CaseIterable, TLSNumber {
    case application = 1
    case proposal = 2
    case commit = 3
}
