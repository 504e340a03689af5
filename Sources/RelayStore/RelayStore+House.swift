import GRDB
package import Identity
package import Relay
import Synchronization

extension RelayStore {
    package func deviceSerials() throws(StorageError) -> [DeviceKey: DeviceSerial] {
        let serials = try reading { database throws(StorageError) in
            try database.all(
                "SELECT key, line_serial FROM device LIMIT \(SessionLimits.rememberedSerialsMax)"
            ) { columns throws(StorageError) in
                (try columns.key(0) as DeviceKey, DeviceSerial(try columns.bits(1)))
            }
        }
        return Dictionary(serials) { first, _ in first }
    }

    package func storedTime() throws(StorageError) -> (time: RelayTime, wallClockSeconds: Int64)? {
        try reading { database throws(StorageError) in
            try database.first(
                "SELECT time_seconds, wall_clock_seconds FROM relay WHERE time_seconds IS NOT NULL"
            ) { columns throws(StorageError) in
                (time: try columns.time(0), wallClockSeconds: try columns.integer(1))
            }
        }
    }

    /// Of the write-ahead log what is kept of it counts as stored, taken or not, for sweeping writes to it.
    package func diskUse() -> DiskUse {
        // On the connection that writes: a reader's might have to wait until nobody holds reads back.
        let pages = try? writer.writeWithoutTransaction {
            (all: try $0.pragma("page_count"), free: try $0.pragma("freelist_count"))
        }
        let (all, free) = pages ?? (0, 0)
        return DiskUse(
            stored: (all - free) * StoreLimits.pageByteCount + StoreLimits.logBytesKept,
            passing: max(0, file.logByteCount - StoreLimits.logBytesKept), free: free * StoreLimits.pageByteCount)
    }

    /// What the connection that writes says about itself.
    package func writerSettings() throws(StorageError) -> WriterSettings {
        do {
            return try writer.writeWithoutTransaction { try WriterSettings(of: $0) }
        } catch {
            throw StorageError(error)
        }
    }

    package func tidy() {
        guard !isClosed.load(ordering: .acquiring) else { return }
        // Nobody asked for this, and what stands in its way will be there for the next append.
        try? writer.writeWithoutTransaction { database in
            checkpointer.help(database)
            if checkpointer.cutShort(database, gate) { gate.open() }
            checkpointer.emptyAtRest(database, gate)
            guard try database.pragma("freelist_count") > StoreLimits.sparePages else { return }
            try database.change("PRAGMA incremental_vacuum(\(StoreLimits.pagesGivenBackMax))")
            checkpointer.note(pages: StoreLimits.pagesGivenBackMax)
        }
    }

    package func close() {
        guard !isClosed.load(ordering: .acquiring) else { return }
        let isComplete = settleAll()
        isClosed.store(true, ordering: .releasing)
        try? readers.close()
        checkpointer.close()
        try? writer.writeWithoutTransaction { database in
            if isComplete { try database.change("UPDATE relay SET stopped_cleanly = 1") }
        }
        try? writer.close()
    }

    /// Writes the whole hash index, so that the next start needn't.
    private func settleAll() -> Bool {
        do throws(StorageError) {
            while hashes.turn() {
                try transact(settling: StoreLimits.indexRowsAtStop) { _ in }
            }
            return true
        } catch {
            return false
        }
    }
}
