import GRDB

/// Why a store wasn't opened.
package enum ChatStoreError: Error, Equatable, Sendable {
    /// A newer version of this program has written it.
    case newerVersion
    /// The file is something else.
    case notAStore
    /// It was sealed with another key, or the row that tells the key is damaged.
    case wrongKey
    /// What SQLite itself needs is broken, or there is what this program hasn't put there.
    case damaged
    /// No space, no permission, somebody else has it open: it may be tried again.
    case unavailable

    init(_ error: any Error) {
        if let error = error as? ChatStoreError {
            self = error
        } else {
            self =
                switch (error as? DatabaseError)?.resultCode.primaryResultCode {
                case .SQLITE_NOTADB: .notAStore
                case .SQLITE_CORRUPT: .damaged
                default: .unavailable
                }
        }
    }
}
