package import Identity

/// What becomes of a contact.
package enum ContactChange: Hashable, Sendable {
    /// Whom a name means from now on, where nobody is known by it.
    case meet(IdentityKey, as: AtName, called: DisplayName?)
    /// The relay gives another key for a name that is known (PROTOCOL.md §1).
    case see(IdentityKey, as: AtName)
    /// Whom the name means, after that: the key that was known, or the one that was seen.
    case decide(IdentityKey, for: AtName)
    case verify(IdentityKey)
    case block(IdentityKey, isUndone: Bool)
    case forget(AtName)
}
