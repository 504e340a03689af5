import GRDB
import Relay
import RelayProtocol

/// Entries of one log on their way to whoever asked, in order. A row or page that can't be read costs itself alone.
struct KeptEntries {
    private(set) var entries: [StoredEntry] = []
    /// The numbers that the answer covers: what isn't among ``entries`` then has no body, or is damaged.
    private(set) var covered: ClosedRange<UInt64>
    private let countMax: Int
    private let bytesMax: Int

    init(range: ClosedRange<UInt64>, countMax: Int, bytesMax: Int) {
        let most = range.lowerBound.addingReportingOverflow(UInt64(max(1, countMax) - 1))
        covered = range.lowerBound...(most.overflow ? range.upperBound : min(range.upperBound, most.partialValue))
        self.countMax = countMax
        self.bytesMax = bytesMax
    }

    var isWithoutGaps: Bool { UInt64(entries.count) == covered.upperBound - covered.lowerBound + 1 }

    mutating func read(from database: Database, _ log: LogRow) throws(StorageError) {
        guard let start = EntryRow(EntryNumber(covered.lowerBound), of: log),
            let last = EntryRow(EntryNumber(covered.upperBound), of: log)
        else { throw .damaged }
        do {
            let statement = try database.cachedStatement(
                sql: """
                    SELECT id, branch, parent, hash, header, body FROM entry WHERE id BETWEEN ? AND ? ORDER BY id
                    """)
            let cursor = try Row.fetchCursor(statement, arguments: [start.id, last.id])
            var byteCount = 0
            while let row = try cursor.next() {
                guard take(Self.entry(Columns(row: row)), &byteCount) else { return }
            }
        } catch {
            guard StorageError(error) == .damaged else { throw StorageError(error) }
            end(before: (entries.last?.number.rawValue).map { $0 + 1 } ?? covered.lowerBound)
        }
    }

    /// What has no body left, and what can't be read, in their places.
    func completed(by gone: [UInt64: StoredEntry]) -> [StoredEntry] {
        var kept = entries[...]
        return covered.map { number in
            if let first = kept.first, first.number.rawValue == number { return kept.removeFirst() }
            return gone[number] ?? Self.damaged(EntryNumber(number))
        }
    }

    /// Nothing more is taken once the bounds are reached; the first entry always is.
    private mutating func take(_ entry: StoredEntry, _ byteCount: inout Int) -> Bool {
        byteCount += entry.byteCount
        if byteCount > bytesMax, entry.number.rawValue > covered.lowerBound {
            end(before: entry.number.rawValue)
            return false
        }
        entries.append(entry)
        return true
    }

    /// Covers at least the first number.
    private mutating func end(before number: UInt64) {
        covered = covered.lowerBound...max(covered.lowerBound, number - 1)
    }

    private static func entry(_ columns: Columns) -> StoredEntry {
        let number = (try? columns.integer(0)).map { EntryRow(id: $0).number } ?? .none
        do throws(StorageError) {
            let (header, body) = (try columns.bytes(4), try columns.bytes(5))
            let hash: EntryHash = try columns.noun(3)
            return StoredEntry(
                number: number, hash: hash, branch: try columns.branch(1), parent: try columns.entry(2),
                content: EntryHash(header: header, body: body) == hash ? .kept(header: header, body: body) : .damaged)
        } catch {
            return damaged(number)
        }
    }

    /// Of an entry of which not even the hash can be read: the hash of nothing.
    private static func damaged(_ number: EntryNumber) -> StoredEntry {
        StoredEntry(
            number: number, hash: EntryHash(header: [], body: []), branch: .root, parent: .none, content: .damaged)
    }
}

extension StoredEntry {
    fileprivate var byteCount: Int {
        guard case .kept(let header, let body) = content else { return 0 }
        return header.count + body.count
    }
}
