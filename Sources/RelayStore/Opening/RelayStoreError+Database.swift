import GRDB
import Relay

extension RelayStoreError {
    init(_ error: any Error) {
        if let error = error as? RelayStoreError {
            self = error
        } else if let error = error as? DatabaseError, error.resultCode.primaryResultCode == .SQLITE_NOTADB {
            self = .notAStore
        } else {
            self = StorageError(error) == .damaged ? .damaged : .unavailable
        }
    }
}
