import Foundation
import Identity
import Relay
import RelayProtocol
import RelaySupport

/// A storage whose writes can be held back after they are done and before they return, as a disk that is slow to sync.
final class HeldStorage: RelayStorage, @unchecked Sendable {
    let storage: MemoryStorage
    private let condition = NSCondition()
    private var isHolding = false
    private var isMeant: (MemoryStorage) -> Bool = { _ in true }
    private var isHeld = false
    private var full: RoomID?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ storage: MemoryStorage = MemoryStorage()) { self.storage = storage }

    /// The first write after which `isMeant` holds, and all behind it: the relay also writes on its own account.
    func hold(once isMeant: @escaping (MemoryStorage) -> Bool) {
        condition.withLock {
            self.isMeant = isMeant
            isHolding = true
        }
    }

    /// From now on nothing has a place that appends to this room.
    func fill(_ room: RoomID) { condition.withLock { full = room } }

    func release() {
        condition.withLock {
            isHolding = false
            condition.broadcast()
        }
    }

    /// Holds the first write by which `room` has an entry of this number.
    func hold(onceAppended number: UInt64, to room: TestRoom) {
        hold { storage in
            let last = try? storage.read { (snapshot) throws(StorageError) in try snapshot.log(.room(room.id))?.last }
            return (last?.rawValue ?? 0) >= number
        }
    }

    /// Once a write is held back.
    func held() async {
        await withCheckedContinuation { continuation in
            let isNow = condition.withLock { () -> Bool in
                if !isHeld { waiting.append(continuation) }
                return isHeld
            }
            if isNow { continuation.resume() }
        }
    }

    func write<Result>(
        _ body: (any RelayTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        let full = condition.withLock { self.full }
        let result = try storage.write { (transaction) throws(StorageError) in
            guard let full else { return try body(transaction) }
            let last = try transaction.log(.room(full))?.last
            let result = try body(transaction)
            guard try transaction.log(.room(full))?.last == last else { throw .unavailable }
            return result
        }
        condition.withLock {
            guard isHolding, isMeant(storage) else { return }
            isHeld = true
            for one in exchange(&waiting, with: []) { one.resume() }
            while isHolding { condition.wait() }
            isHeld = false
        }
        return result
    }

    func read<Result>(_ body: (any RelaySnapshot) throws(StorageError) -> Result) throws(StorageError) -> Result {
        try storage.read(body)
    }

    func deviceSerials() throws(StorageError) -> [DeviceKey: DeviceSerial] { try storage.deviceSerials() }
    func storedTime() throws(StorageError) -> (time: RelayTime, wallClockSeconds: Int64)? { try storage.storedTime() }
    func diskUse() -> DiskUse { storage.diskUse() }
    func tidy() {}
    /// What is below may be served by another relay then.
    func close() {}
}
