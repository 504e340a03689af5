import Chat
import ChatStore
import Testing

/// A disk that is full.
struct SpaceTests {
    private let scope = RowScope("room")

    @Test func refusesWhatHasNoPlaceAndGoesOnOnceThereIsSome() throws {
        let folder = try StoreFolder()
        var store = try folder.open(bytesMax: 256 << 10)
        var count: UInt64 = 0
        #expect(throws: ChatStorageError.full) {
            while count < 1_000 {
                try store.put([
                    RowKey(.timeline, of: scope, count): [UInt8](repeating: 1, count: 5_000),
                    RowKey(.values, of: scope): [UInt8(count)],
                ])
                count += 1
            }
        }
        #expect((20..<52).contains(count))
        try expect(count, in: store)
        let killed = try folder.killed().open()
        try expect(count, in: killed)
        try killed.close()
        for number in 0..<10 as Range<UInt64> { try store.delete(RowKey(.timeline, of: scope, number)) }
        // Not all of it: rows that come back lie closer or wider than they did.
        for number in 0..<8 as Range<UInt64> {
            try store.put([UInt8](repeating: 1, count: 5_000), at: RowKey(.timeline, of: scope, number))
        }
        for number in 8..<10 as Range<UInt64> { try store.put([1], at: RowKey(.timeline, of: scope, number)) }
        try expect(count, in: store)
        try store.close()
        store = try folder.open()
        try expect(count, in: store)
        try store.put([1], at: RowKey(.values))
        try store.close()
    }

    @Test func saysWhereNotEvenTheTablesHavePlace() throws {
        let folder = try StoreFolder()
        #expect(throws: ChatStoreError.unavailable) { try folder.open(bytesMax: 4_096) }
        let store = try folder.open()
        try store.put([1], at: RowKey(.values))
        try store.close()
    }

    /// The last is what the last transaction that returned has put.
    private func expect(_ count: UInt64, in store: ChatStore) throws {
        #expect(try store.rows(.timeline, of: scope).map(\.number) == Array(0..<count))
        #expect(try store.bytes(at: RowKey(.values, of: scope)) == [UInt8(count - 1)])
        #expect(try store.isWhole())
    }
}
