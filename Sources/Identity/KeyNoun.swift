import Sodium

/// A public key with the one role it has. Two roles are two types, so that no key is taken for another.
package protocol KeyNoun: Hashable, Sendable {
    /// The domain of this role's fingerprints.
    static var fingerprintDomain: Domain { get }

    /// Nothing if `bytes` isn't 32 bytes long.
    init?(_ bytes: Span<UInt8>)

    /// The 32 bytes.
    var bytes: [UInt8] { get }
}

extension KeyNoun {
    package static var byteCount: Int { 32 }

    /// Nothing if `bytes` isn't 32 bytes long.
    package init?(_ bytes: [UInt8]) { self.init(bytes.span) }

    /// Whether both are the same key, in a time that doesn't tell where they differ.
    package func isSame(as other: Self) -> Bool {
        ConstantTime.areEqual(bytes, other.bytes)
    }
}
