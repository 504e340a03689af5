import Chat
import GRDB

extension ChatStorageError {
    /// What SQLite says, as the decision that the caller can take.
    ///
    /// - Parameter table: what was asked for, where it was one: a page of it may be broken.
    init(_ error: any Error, in table: ChatTable? = nil) {
        if let error = error as? ChatStorageError {
            self = error
        } else if let error = error as? DatabaseError {
            self = Self.of(error.extendedResultCode, in: table)
        } else {
            self = .failed
        }
    }

    private static func of(_ code: ResultCode, in table: ChatTable?) -> ChatStorageError {
        switch code {
        // A disk without room, or a quota, may say so in these words too.
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE: return .full
        default: break
        }
        switch code.primaryResultCode {
        case .SQLITE_FULL: return .full
        case .SQLITE_CORRUPT: return table.map { .damaged($0) } ?? .failed
        default: return .failed
        }
    }
}

extension Error {
    /// Whether SQLite can't make sense of the file.
    var isCorruption: Bool { (self as? DatabaseError)?.resultCode.primaryResultCode == .SQLITE_CORRUPT }
}
