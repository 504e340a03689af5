public import TLSCodec

/// What an ``MLSMessage`` holds (RFC 9420 §6, §17.2).
public enum WireFormat: UInt16, Hashable, Sendable, CaseIterable, TLSNumber {
    case publicMessage = 1
    case privateMessage = 2
    case welcome = 3
    case groupInfo = 4
    case keyPackage = 5
}
