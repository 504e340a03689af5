import GRDB
import Relay

extension StorageError {
    /// What SQLite says, as the decision that the caller can take.
    init(_ error: any Error) {
        if let error = error as? StorageError {
            self = error
        } else if let error = error as? DatabaseError {
            self = Self.of(error.resultCode)
        } else {
            self = .unavailable
        }
    }

    private static func of(_ code: ResultCode) -> StorageError {
        switch code.primaryResultCode {
        case .SQLITE_CONSTRAINT: .conflict
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .damaged
        default: .unavailable
        }
    }
}

extension DatabaseError {
    /// What SQLite calls it, without the statement.
    var words: String { "SQLite \(extendedResultCode.rawValue): \(message ?? "no words for it")" }
}
