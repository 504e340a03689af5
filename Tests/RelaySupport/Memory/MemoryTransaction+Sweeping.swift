import Relay
import RelayProtocol

extension MemoryTransaction {
    func setTime(_ time: RelayTime, wallClockSeconds: Int64) throws(StorageError) {
        let before = tables.time
        try willChange { [tables] in tables.time = before }
        tables.time = (time, wallClockSeconds)
    }

    func sweep(_ sweep: Sweep, rowsMax: Int, bytesMax: Int) throws(StorageError) -> SweepResult {
        let (logs, names) = (tables.logs, tables.names)
        try willChange { [tables] in
            tables.logs = logs
            tables.names = names
        }
        var slice = SweepSlice(rowsMax: rowsMax, bytesMax: bytesMax)
        switch sweep {
        case .messages(let time):
            takeBodies(&slice) { $0.isRoom && !$1.isLasting && $1.new.storedAt < time }
        case .commits(let time):
            takeBodies(&slice) { $0.isRoom && $1.isLasting && $1.new.storedAt < time }
        case .items(let time): takeItems(&slice, before: time)
        case .hashes(let time): takeHashes(&slice, before: time)
        case .blobs(let time): takeBlobs(&slice, before: time)
        case .names(let time): takeNames(&slice, before: time)
        case .room(let row):
            takeBodies(&slice) { log, entry in log.isRoom && !entry.isLasting && tables.logRows[log.name] == row }
        case .oldest:
            takeBodies(&slice) { $0.isRoom && !$1.isLasting }
            takeBlobs(&slice, before: RelayTime(seconds: .max))
            takeItems(&slice, before: RelayTime(seconds: .max))
            takeStates(&slice)
            takeBodies(&slice) { $0.isRoom && $1.isLasting }
        }
        return slice.result
    }

    /// The oldest first.
    private func takeBodies(_ slice: inout SweepSlice, where isTaken: (MemoryLog, MemoryEntry) -> Bool) {
        let found = tables.logs.flatMap { row, log in
            log.entries.values.filter { $0.hasBody && isTaken(log, $0) }.map { (row, $0) }
        }
        for (row, entry) in found.sorted(by: { $0.1.isOlder($0.0, than: $1.1, $1.0) }) {
            guard slice.take(entry.bodyByteCount, of: row) else { return }
            tables.change(row) {
                $0.entries[entry.new.number.rawValue]?.content = .gone
                let left = ($0.usage[entry.new.account] ?? 0) - entry.new.chargedBytes
                $0.usage[entry.new.account] = left > 0 ? left : nil
            }
        }
    }

    private func takeItems(_ slice: inout SweepSlice, before time: RelayTime) {
        for (row, log) in tables.logs where !log.isRoom {
            for entry in log.entries.values where entry.new.storedAt < time {
                guard slice.take(entry.bodyByteCount, of: row) else { return }
                tables.change(row) { $0.remove(entry) }
            }
        }
    }

    private func takeHashes(_ slice: inout SweepSlice, before time: RelayTime) {
        for (row, log) in tables.logs where log.isRoom {
            var next = log.trimmed.next
            while let number = next, let entry = log.entries[number.rawValue], !entry.hasBody,
                entry.new.storedAt < time
            {
                guard slice.take(0, of: row) else { return }
                tables.change(row) {
                    $0.remove(entry)
                    $0.trimmed = number
                    $0.trimmedHead = entry.new.head
                }
                next = number.next
            }
        }
    }

    private func takeBlobs(_ slice: inout SweepSlice, before time: RelayTime) {
        for (row, log) in tables.logs {
            for blob in log.blobs {
                guard let replaced = blob.replacedAt, replaced < time else { continue }
                guard slice.take(blob.state.blob.count, of: row) else { return }
                tables.change(row) { $0.blobs.removeFirst() }
            }
        }
    }

    private func takeStates(_ slice: inout SweepSlice) {
        for (row, log) in tables.logs {
            guard let blob = log.blobs.last, blob.replacedAt == nil else { continue }
            guard slice.take(blob.state.blob.count, of: row) else { return }
            tables.change(row) { _ = $0.blobs.popLast() }
        }
    }

    private func takeNames(_ slice: inout SweepSlice, before time: RelayTime) {
        for (name, record) in tables.names {
            guard let released = record.releasedAt, released < time else { continue }
            guard slice.take(0, of: nil) else { return }
            tables.names[name] = nil
        }
    }
}

/// What one slice may still take, and has taken.
private struct SweepSlice {
    let rowsMax: Int
    let bytesMax: Int
    var result = SweepResult()

    init(rowsMax: Int, bytesMax: Int) {
        self.rowsMax = rowsMax
        self.bytesMax = bytesMax
    }

    mutating func take(_ byteCount: Int, of log: LogRow?) -> Bool {
        guard result.rows < rowsMax, result.bytes <= bytesMax, !result.isUnfinished else {
            result.isUnfinished = true
            return false
        }
        result.rows += 1
        result.bytes += byteCount
        if let log { result.logs.insert(log) }
        return true
    }
}

extension MemoryEntry {
    fileprivate var isLasting: Bool { new.kind != .message }

    fileprivate var hasBody: Bool { content != .gone }

    fileprivate func isOlder(_ row: LogRow, than other: MemoryEntry, _ otherRow: LogRow) -> Bool {
        (new.storedAt.seconds, row.rawValue, new.number.rawValue)
            < (other.new.storedAt.seconds, otherRow.rawValue, other.new.number.rawValue)
    }
}
