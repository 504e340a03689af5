import CSodium
import Synchronization

/// Guarded, locked memory for keys that live long, handed out in slots.
///
/// One `sodium_malloc` for all: each costs four memory maps and a locked page, so that one a key ends a process near
/// sixteen thousand keys. Guard pages stand around each chunk of slots, and it is left out of core dumps.
@safe final class SecretSlab: Sendable {
    static let shared = SecretSlab()
    static let slotByteCount = 64
    static let chunkSlotCount = 256

    @safe private struct Slots: @unchecked Sendable {
        var free: [UnsafeMutableRawPointer] = unsafe []
        var isLocked = true
    }

    private let slots = Mutex(Slots())

    /// Whether every chunk so far is locked into memory. `false` where the process may lock too little
    /// (`RLIMIT_MEMLOCK`): keys could then reach a swap file.
    var isLocked: Bool { slots.withLock { $0.isLocked } }

    func take() -> UnsafeMutableRawPointer {
        unsafe slots.withLock { slots in
            if unsafe slots.free.isEmpty { Self.addChunk(to: &slots) }
            return unsafe slots.free.removeLast()
        }
    }

    /// The caller has wiped the slot.
    func giveBack(_ slot: UnsafeMutableRawPointer) {
        slots.withLock { slots in unsafe slots.free.append(slot) }
    }

    private static func addChunk(to slots: inout Slots) {
        SodiumLibrary.start()
        let byteCount = chunkSlotCount * slotByteCount
        guard let chunk = unsafe sodium_malloc(byteCount) else {
            preconditionFailure("the system gave no \(byteCount) bytes of guarded memory for keys")
        }
        // `sodium_malloc` locks too, but ignores a failure; locking twice is harmless and answers.
        if unsafe sodium_mlock(chunk, byteCount) != 0 { slots.isLocked = false }
        unsafe sodium_memzero(chunk, byteCount)
        for slot in (0..<chunkSlotCount).reversed() { unsafe slots.free.append(chunk + slot * slotByteCount) }
    }
}
