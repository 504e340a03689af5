package import Identity

/// A name that is borne, or was.
package struct NameRecord: Hashable, Sendable {
    package let holder: IdentityKey
    /// Nothing while it is borne.
    package let releasedAt: RelayTime?

    package init(holder: IdentityKey, releasedAt: RelayTime?) {
        self.holder = holder
        self.releasedAt = releasedAt
    }
}
