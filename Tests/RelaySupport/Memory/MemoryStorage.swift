import Foundation
package import Identity
package import Relay
package import RelayProtocol

/// A relay's storage that lasts as long as this object: every verb of the port, and faults when told to.
///
/// It outlives a core that is dropped, as a disk outlives a process.
package final class MemoryStorage: RelayStorage, @unchecked Sendable {
    /// Where the next write fails.
    package enum Fault: Sendable {
        /// At the end, as a disk that is full when all is to be written.
        case atCommit(StorageError)
        /// In the nth verb that changes something, from 0.
        case atVerb(Int, StorageError)
        /// In the nth verb that reads, from 0; no more than that verb.
        case atReading(Int, StorageError)
    }

    private let lock = NSLock()
    private let tables = MemoryTables()
    private var faults: [Fault] = []
    private var isClosed = false
    /// What ``diskUse()`` says is stored; as long as it is nil, the bytes of bodies and blobs.
    private var reportedDiskBytes: Int?

    /// How often a room's accounts were added up.
    package var usageReadCount: Int { locked { tables.usageReadCount } }

    package init() {}

    package func write<Result>(
        _ body: (any RelayTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        lock.lock()
        defer { lock.unlock() }
        guard !isClosed else { throw .unavailable }
        let transaction = MemoryTransaction(tables, fault: faults.isEmpty ? nil : faults.removeFirst())
        do throws(StorageError) {
            let result = try body(transaction)
            try transaction.checkCommit()
            return result
        } catch {
            transaction.undo()
            throw error
        }
    }

    package func read<Result>(
        _ body: (any RelaySnapshot) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(MemoryTransaction(tables, fault: nil))
    }

    package func deviceSerials() throws(StorageError) -> [DeviceKey: DeviceSerial] {
        locked { tables.devices.mapValues(\.lineSerial) }
    }

    package func storedTime() throws(StorageError) -> (time: RelayTime, wallClockSeconds: Int64)? {
        locked { tables.time }
    }

    package func diskUse() -> DiskUse { locked { DiskUse(stored: reportedDiskBytes ?? tables.byteCount) } }

    package func tidy() {}

    package func close() { locked { isClosed = true } }

    /// As the next process opens what the last one has left.
    package func reopen() { locked { isClosed = false } }

    private func locked<Result>(_ body: () -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }
}

// What tests tell it.
extension MemoryStorage {
    /// The next write that begins meets this; several wait for one write each.
    package func failNextWrite(_ fault: Fault) { locked { faults.append(fault) } }

    package func failNextWrite(with error: StorageError) { failNextWrite(.atCommit(error)) }

    package func forgetFaults() { locked { faults = [] } }

    package func report(diskBytes: Int?) { locked { reportedDiskBytes = diskBytes } }

    /// From now on this row is read as damaged.
    package func damage(_ number: EntryNumber, of name: LogName) {
        locked {
            guard let row = tables.logRows[name] else { return }
            tables.logs[row]?.entries[number.rawValue]?.content = .damaged
        }
    }

    /// As if the log were as long as this, without the entries: for numbers near their end.
    package func lengthen(_ name: LogName, to last: EntryNumber) {
        locked {
            guard let row = tables.logRows[name] else { return }
            tables.logs[row]?.last = last
        }
    }
}
