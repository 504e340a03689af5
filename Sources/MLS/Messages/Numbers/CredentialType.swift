public import TLSCodec

/// What a credential is (RFC 9420 §17.5). An open list in capabilities; a credential itself of another type can't be
/// read.
public struct CredentialType: Hashable, Sendable, TLSNumber {
    public let rawValue: UInt16

    public static let basic = CredentialType(rawValue: 1)
    public static let x509 = CredentialType(rawValue: 2)

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether the value is reserved for GREASE: it means nothing, and whoever lists it checks that others ignore what
    /// they don't know (RFC 9420 §13.5).
    public var isGREASE: Bool { rawValue.isGREASE }
}
