import Chat
import ChatStore
import Foundation
import Testing

/// What is broken costs itself.
struct DamageTests {
    private let scope = RowScope("room")

    @Test func readsWhatStandsAroundABrokenPage() throws {
        let folder = try StoreFolder()
        var store = try folder.open()
        for number in 0..<60 as Range<UInt64> {
            try store.put([UInt8](repeating: UInt8(number), count: 500), at: RowKey(.timeline, of: scope, number))
        }
        try store.put([1], at: RowKey(.values, of: scope))
        try store.close()
        let rows = try folder.sealedRows()
        try folder.breakPage(with: Array(rows[31].prefix(24)))
        store = try folder.open()
        #expect(try !store.isWhole())
        var broken = 0
        for number in 0..<60 as Range<UInt64> {
            do throws(ChatStorageError) {
                let bytes = try store.bytes(at: RowKey(.timeline, of: scope, number))
                #expect(bytes == [UInt8](repeating: UInt8(number), count: 500))
            } catch {
                #expect(error == .damaged(.timeline))
                broken += 1
            }
        }
        #expect((1..<15).contains(broken))
        #expect(throws: ChatStorageError.damaged(.timeline)) { try store.rows(.timeline, of: scope) }
        #expect(try store.bytes(at: RowKey(.values, of: scope)) == [1])
        try store.put([2], at: RowKey(.values, of: scope))
        try store.close()
        #expect(try folder.files().keys.sorted() == ["chat.sqlite"])
        store = try folder.open()
        #expect(try store.bytes(at: RowKey(.values, of: scope)) == [2])
        try store.close()
    }

    /// Cut at a page, and within one: nothing is shown that wasn't put, and nothing is thought to be new.
    @Test(arguments: [1, 2, 3, 5, 8, 13].flatMap { [$0 * 4_096, $0 * 4_096 - 1_000] })
    func tellsAFileThatWasCut(_ byteCount: Int) throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        for number in 0..<60 as Range<UInt64> {
            try store.put([UInt8](repeating: UInt8(number), count: 1_500), at: RowKey(.timeline, of: scope, number))
        }
        try store.close()
        let file = try #require(try folder.files()["chat.sqlite"])
        try #require(file.count > 20 * 4_096)
        try folder.write(Array(file.prefix(byteCount)))
        do {
            let cut = try folder.open()
            #expect(try !cut.isWhole())
            #expect(throws: ChatStorageError.damaged(.timeline)) { try cut.rows(.timeline, of: scope) }
            try? cut.close()
        } catch let error as ChatStoreError {
            #expect([.damaged, .notAStore].contains(error))
        }
    }
}
