/// Why a store key couldn't be had.
package enum StoreKeyError: Error, Equatable, Sendable {
    case needsPassphrase
    /// Or the file was changed where it is told: one looks like the other.
    case wrongPassphrase
    case damaged
    /// A newer version of this program has written it.
    case newerVersion
    /// Argon2id had too little.
    case outOfMemory
}
