import Relay
import RelayProtocol
import RelayStore
import Testing

/// Inboxes: their counts, and what their owner has taken out.
struct InboxTests {
    @Test func countsThoseWhoShowTheTokenByThemselves() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var inbox = try TestRoom.create(1, in: store, isInbox: true)
        #expect(try store.inboxUsage(of: inbox.log) == InboxUsage())
        try inbox.append([[1, 2, 3], [4]], to: store, kind: nil, showingToken: true)
        try inbox.append([[5, 6]], to: store, kind: nil)
        #expect(
            try store.inboxUsage(of: inbox.log)
                == InboxUsage(trustedBytes: 4, trustedItems: 2, otherBytes: 2, otherItems: 1))
        store.close()
    }

    @Test func deletesWhatWasAcknowledged() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var inbox = try TestRoom.create(1, in: store, isInbox: true)
        try inbox.append([[1], [2, 2]], to: store, kind: nil, showingToken: true)
        try inbox.append([[3, 3, 3], [4]], to: store, kind: nil)
        try acknowledge(upTo: EntryNumber(3), of: inbox, in: store)
        #expect(try store.entries(of: inbox.log).bodies == [[4]])
        #expect(try store.entries(of: inbox.log).numbers == [4])
        #expect(try store.inboxUsage(of: inbox.log) == InboxUsage(otherBytes: 1, otherItems: 1))
        let record = inbox.record
        try inbox.reload(from: store)
        #expect(inbox.record.trimmed == .none)
        #expect(inbox.record.head == record.head)
        try acknowledge(upTo: .none, of: inbox, in: store)
        try acknowledge(upTo: EntryNumber(2), of: inbox, in: store)
        #expect(try store.entries(of: inbox.log).numbers == [4])
        try acknowledge(upTo: EntryNumber(.max), of: inbox, in: store)
        #expect(try store.entries(of: inbox.log).isEmpty)
        #expect(try store.inboxUsage(of: inbox.log) == InboxUsage())
        try inbox.reload(from: store)
        #expect(inbox.record.last == EntryNumber(4))
        store.close()
    }

    @Test func sweepsOldItemsFromTheBeginning() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var boxes = try (1...3).map { try TestRoom.create($0, in: store, isInbox: true) }
        for turn in 0..<8 {
            for place in boxes.indices {
                try boxes[place].append(
                    [[UInt8(turn)]], to: store, kind: nil, at: UInt64(turn), showingToken: turn.isMultiple(of: 3))
            }
        }
        var (rows, slices, isUnfinished) = (0, 0, true)
        while isUnfinished {
            let swept = try store.sweep(.items(storedBefore: Make.time(5)), rowsMax: 4)
            #expect(swept.rows <= 4)
            (rows, slices, isUnfinished) = (rows + swept.rows, slices + 1, swept.isUnfinished)
        }
        #expect(rows == 15)
        #expect(slices >= 4)
        for box in boxes {
            #expect(try store.entries(of: box.log).numbers == [6, 7, 8])
            #expect(
                try store.inboxUsage(of: box.log)
                    == InboxUsage(trustedBytes: 1, trustedItems: 1, otherBytes: 2, otherItems: 2))
        }
        store.close()
    }

    private func acknowledge(upTo number: EntryNumber, of inbox: TestRoom, in store: RelayStore) throws {
        try store.write { transaction throws(StorageError) in
            try transaction.deleteItems(upTo: number, of: inbox.log)
        }
    }
}
