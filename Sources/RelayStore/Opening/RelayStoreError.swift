/// Why a store wasn't opened.
package enum RelayStoreError: Error, Equatable {
    /// A newer version of this program has written it.
    case newerVersion
    /// The file is something else.
    case notAStore
    /// It is one, and can't be read: what SQLite itself needs is broken.
    case damaged
    /// No space, no permission, another process in the way: it may be tried again.
    case unavailable
}
