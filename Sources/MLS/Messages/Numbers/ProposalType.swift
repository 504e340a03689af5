public import TLSCodec

/// What a proposal is (RFC 9420 §17.4). An open list in capabilities; a proposal itself of another type can't be read.
public struct ProposalType: Hashable, Sendable, TLSNumber {
    public let rawValue: UInt16

    public static let add = ProposalType(rawValue: 1)
    public static let update = ProposalType(rawValue: 2)
    public static let remove = ProposalType(rawValue: 3)
    public static let psk = ProposalType(rawValue: 4)
    public static let reInit = ProposalType(rawValue: 5)
    public static let externalInit = ProposalType(rawValue: 6)
    public static let groupContextExtensions = ProposalType(rawValue: 7)

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether the value is reserved for GREASE: it means nothing, and whoever lists it checks that others ignore what
    /// they don't know (RFC 9420 §13.5).
    public var isGREASE: Bool { rawValue.isGREASE }
}
