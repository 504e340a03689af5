import Foundation
package import Identity
package import Relay

/// Any storage, of which single writes fail at their very end: what they have done is taken back by the storage's own
/// means.
package final class FailingStorage: RelayStorage, @unchecked Sendable {
    private let base: any RelayStorage
    private let lock = NSLock()
    private var next: StorageError?

    package init(_ base: any RelayStorage) { self.base = base }

    package func failNextWrite(with error: StorageError) { lock.withLock { next = error } }

    package func write<Result>(
        _ body: (any RelayTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        let failure = takeFailure()
        return try base.write { (tx) throws(StorageError) in
            let result = try body(tx)
            if let failure { throw failure }
            return result
        }
    }

    package func read<Result>(
        _ body: (any RelaySnapshot) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try base.read(body)
    }

    package func deviceSerials() throws(StorageError) -> [DeviceKey: DeviceSerial] { try base.deviceSerials() }

    package func storedTime() throws(StorageError) -> (time: RelayTime, wallClockSeconds: Int64)? {
        try base.storedTime()
    }

    package func diskUse() -> DiskUse { base.diskUse() }

    package func tidy() { base.tidy() }

    package func close() { base.close() }

    private func takeFailure() -> StorageError? {
        lock.withLock {
            defer { next = nil }
            return next
        }
    }
}
