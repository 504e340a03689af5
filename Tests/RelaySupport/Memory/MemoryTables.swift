import Identity
import Relay
import RelayProtocol

/// Everything that a ``MemoryStorage`` holds.
final class MemoryTables {
    var accounts: [AccountRow: AccountRecord] = [:]
    var accountRows: [IdentityKey: AccountRow] = [:]
    var names: [AtName: NameRecord] = [:]
    var devices: [DeviceKey: DeviceRecord] = [:]
    var shelves: [DeviceRow: [CipherSuiteNumber: MemoryShelf]] = [:]
    var logs: [LogRow: MemoryLog] = [:]
    var logRows: [LogName: LogRow] = [:]
    var roomCounts: [AccountRow: Int] = [:]
    var time: (time: RelayTime, wallClockSeconds: Int64)?
    var usageReadCount = 0
    /// The last row number that was given out, of whatever table.
    var lastRow: Int64 = 0

    var byteCount: Int { logs.values.reduce(0) { $0 + $1.byteCount } }

    func nextRow() -> Int64 {
        lastRow += 1
        return lastRow
    }
}

/// The key packages of a device for one suite, the oldest first.
struct MemoryShelf {
    var ordinary: [KeyPackageBytes] = []
    var lastResort: KeyPackageBytes?
}

struct MemoryLog {
    let name: LogName
    let owner: AccountRow
    var last: EntryNumber
    var head: LogHead
    var trimmed = EntryNumber.none
    var trimmedHead: LogHead
    var entries: [UInt64: MemoryEntry] = [:]
    var numbers: [EntryHash: EntryNumber] = [:]
    var branches: [Branch] = []
    var epochs: [EntryNumber: EpochRecord] = [:]
    var disputes: Set<MemoryDispute> = []
    var usage: [AccountRow: Int] = [:]
    /// The latest at the end.
    var blobs: [MemoryBlob] = []

    init(name: LogName, owner: AccountRow, head: LogHead) {
        self.name = name
        self.owner = owner
        last = .none
        self.head = head
        trimmedHead = head
    }

    var isRoom: Bool {
        switch name {
        case .room: true
        case .inbox: false
        }
    }

    var byteCount: Int {
        entries.values.reduce(0) { $0 + $1.bodyByteCount } + blobs.reduce(0) { $0 + $1.state.blob.count }
    }
}

struct MemoryEntry {
    let new: NewEntry
    var content: StoredEntry.Content

    var bodyByteCount: Int {
        switch content {
        case .kept(_, let body): body.count
        case .gone: 0
        case .damaged: new.body.count
        }
    }
}

struct MemoryDispute: Hashable {
    let parent: EntryNumber
    let account: AccountRow
}

struct MemoryBlob {
    let account: AccountRow
    let state: PublicState
    let hash: BlobHash
    let epoch: EntryNumber
    var replacedAt: RelayTime?
}
