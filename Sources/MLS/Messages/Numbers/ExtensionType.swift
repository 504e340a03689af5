public import TLSCodec

/// What an extension is (RFC 9420 §17.3). An open list: types that nobody here knows are kept as they came.
public struct ExtensionType: Hashable, Sendable, TLSNumber {
    public let rawValue: UInt16

    /// In a leaf: a name that the application chose (§5.3.3).
    public static let applicationID = ExtensionType(rawValue: 1)
    /// In a GroupInfo: the whole public tree (§12.4.3.3).
    public static let ratchetTree = ExtensionType(rawValue: 2)
    /// In a GroupContext: what every member must support (§11.1).
    public static let requiredCapabilities = ExtensionType(rawValue: 3)
    /// In a GroupInfo: the key for external commits (§12.4.3.2).
    public static let externalPub = ExtensionType(rawValue: 4)
    /// In a GroupContext: who may propose without being a member (§12.1.8.1).
    public static let externalSenders = ExtensionType(rawValue: 5)

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether the value is reserved for GREASE: it means nothing, and whoever lists it checks that others ignore what
    /// they don't know (RFC 9420 §13.5).
    public var isGREASE: Bool { rawValue.isGREASE }
}
