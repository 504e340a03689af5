package import Identity
package import RelayClient

/// Why nobody is meant by an @name.
package enum ContactError: Error, Equatable, Sendable {
    /// Nobody has that name there.
    case unknown
    /// A key change (PROTOCOL.md §1): the relay gives another key for a name that is known. What is known stays.
    case keyChanged(known: IdentityKey, shown: IdentityKey)
    case relay(RelayClientError)
    case storage(ChatStorageError)
    /// No more people can be remembered.
    case tooMany
}
