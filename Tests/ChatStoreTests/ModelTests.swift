import Chat
import ChatStore
import Sodium
import TestSupport
import Testing

/// Random transactions, some given up, with stops and kills, beside a dictionary to which the same is done.
struct ModelTests {
    private static let tables: [ChatTable] = [.timeline, .outbox, .rooms]
    private static let scopes = [RowScope.whole, RowScope("a"), RowScope("b")]
    private static let numbers: [UInt64] =
        Array(0..<12) + [UInt64(Int64.max) - 1, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max - 1, UInt64.max]

    @Test func agreesWithASimpleModel() throws {
        var random = SeededRandom.announced()
        var folder = try StoreFolder()
        var store = try folder.open()
        var model: [RowKey: [UInt8]] = [:]
        for _ in 0..<500 {
            switch Int.random(in: 0..<40, using: &random) {
            case 0..<30: try change(store, &model, &random)
            case 30..<36: try giveUp(store, model, &random)
            case 36:
                let killed = try folder.killed()
                try store.close()
                (folder, store) = (killed, try killed.open())
            case 37:
                try store.close()
                store = try folder.open()
            case 38: try store.erase()
            default: #expect(try store.isWhole())
            }
            try compare(store, model, &random)
        }
        try store.close()
    }

    private func change(
        _ store: ChatStore, _ model: inout [RowKey: [UInt8]], _ random: inout SeededRandom
    ) throws(ChatStorageError) {
        model = try store.transaction { (transaction) throws(ChatStorageError) in
            var changed = model
            for _ in 0..<Int.random(in: 1...6, using: &random) { try step(transaction, &changed, &random) }
            return changed
        }
    }

    private func giveUp(_ store: ChatStore, _ model: [RowKey: [UInt8]], _ random: inout SeededRandom) throws {
        #expect(throws: ChatStorageError.failed) {
            try store.transaction { (transaction) throws(ChatStorageError) in
                var changed = model
                for _ in 0..<6 { try step(transaction, &changed, &random) }
                throw .failed
            }
        }
    }

    /// What a transaction has done it also sees.
    private func step(
        _ transaction: any ChatTransaction, _ model: inout [RowKey: [UInt8]], _ random: inout SeededRandom
    ) throws(ChatStorageError) {
        let key = key(&random)
        if Int.random(in: 0..<4, using: &random) == 0 {
            try transaction.delete(key)
            model[key] = nil
        } else {
            let bytes = random.bytes(count: Int.random(in: 0..<600, using: &random))
            try transaction.put(bytes.span, at: key)
            model[key] = bytes
        }
        let found = try transaction.row(key)?.copy
        #expect(found == model[key])
    }

    private func compare(_ store: ChatStore, _ model: [RowKey: [UInt8]], _ random: inout SeededRandom) throws {
        let key = key(&random)
        #expect(try store.bytes(at: key) == model[key])
        let ends = [number(&random), number(&random)].sorted()
        let (newestFirst, limit) = (
            Bool.random(using: &random), [-1, 0, 1, 2, 5, .max].randomElement(using: &random) ?? 0
        )
        let found = try store.rows(
            key.table, of: key.scope, in: ends[0]...ends[1], newestFirst: newestFirst, limit: limit)
        var rows = model.filter {
            $0.key.table == key.table && $0.key.scope == key.scope && (ends[0]...ends[1]).contains($0.key.number)
        }.map { FoundRow(number: $0.key.number, bytes: $0.value) }
        rows.sort { newestFirst ? $0.number > $1.number : $0.number < $1.number }
        #expect(found == Array(rows.prefix(max(0, limit))))
    }

    private func key(_ random: inout SeededRandom) -> RowKey {
        RowKey(
            Self.tables.randomElement(using: &random) ?? .rooms,
            of: Self.scopes.randomElement(using: &random) ?? .whole,
            number(&random))
    }

    private func number(_ random: inout SeededRandom) -> UInt64 { Self.numbers.randomElement(using: &random) ?? 0 }
}
