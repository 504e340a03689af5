import Identity
import Relay
import RelayProtocol
import RelaySupport

/// A storage in which one room can't be written to, as if its rows contradicted each other.
struct ContestedStorage: RelayStorage {
    let storage = MemoryStorage()
    let room: RoomID

    func write<Result>(
        _ body: (any RelayTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try storage.write { (transaction) throws(StorageError) in
            let result = try body(transaction)
            if let last = try transaction.log(.room(room))?.last, last > .first { throw .conflict }
            return result
        }
    }

    func read<Result>(_ body: (any RelaySnapshot) throws(StorageError) -> Result) throws(StorageError) -> Result {
        try storage.read(body)
    }

    func deviceSerials() throws(StorageError) -> [DeviceKey: DeviceSerial] { try storage.deviceSerials() }
    func storedTime() throws(StorageError) -> (time: RelayTime, wallClockSeconds: Int64)? { try storage.storedTime() }
    func diskUse() -> DiskUse { storage.diskUse() }
    func tidy() {}
    func close() {}
}
