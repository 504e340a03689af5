/// Why the storage didn't do it. Nothing has changed then.
package enum StorageError: Error, Equatable {
    /// No space, or the disk fails: it may be tried again.
    case unavailable
    /// Somebody else has written what this transaction builds on: read anew and try again.
    case conflict
    /// What is stored can't be read back.
    case damaged
}
