import Foundation
import Relay
import RelayProtocol
import RelayStore
import Testing

/// What an acknowledgement rests on.
struct DurabilityTests {
    @Test func syncsEachCommitOnTheConnectionThatWrites() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try expectRequired(store)
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<3), to: store)
        try expectRequired(store)
        store.close()
        let again = try folder.open()
        try expectRequired(again)
        again.close()
    }

    private func expectRequired(_ store: RelayStore) throws {
        let settings = try store.writerSettings()
        #expect(settings.synchronous == 2)
        #expect(settings.journalMode == "wal")
        #expect(settings.secureDelete == 1)
        #expect(settings.autoVacuum == 2)
    }

    @Test func keepsItsFilesToTheirOwner() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try TestRoom.create(1, in: store)
        for end in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + end)
            #expect(attributes[.posixPermissions] as? NSNumber == 0o600)
        }
        store.close()
    }

    @Test func readersSeeAWriteThatHasReturned() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        for count in 1...50 {
            try room.append(Make.bodies(count..<(count + 1)), to: store)
            #expect(try store.log(room.name)?.last == EntryNumber(UInt64(count)))
        }
        store.close()
    }

    @Test func leavesNothingOfATransactionThatIsGivenUp() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<2), to: store)
        let before = room
        let usage = try store.usage(of: room.log)
        #expect(throws: StorageError.conflict) {
            try store.write { transaction throws(StorageError) in
                try room.append(Make.bodies(2..<9), in: transaction)
                throw .conflict
            }
        }
        #expect(try store.entries(of: before.log).count == 2)
        #expect(try store.usage(of: before.log) == usage)
        for hash in room.hashes.dropFirst(2) { #expect(try store.repeated(hash, in: room.log) == nil) }
        store.close()
    }

    @Test func everythingAcknowledgedIsThereAfterAKill() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        for group in 0..<20 {
            try room.append(Make.bodies((group * 10)..<(group * 10 + 10)), to: store)
            let killed = try folder.killed()
            let recovered = try killed.open()
            #expect(recovered.condition == .recovered)
            #expect(try recovered.log(room.name) == room.record)
            #expect(try recovered.entries(of: room.log).bodies == Make.bodies(0..<(group * 10 + 10)))
            recovered.close()
        }
        store.close()
    }

    @Test func refusesWhateverComesAfterTheEnd() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        store.close()
        #expect(throws: StorageError.unavailable) { try room.append(Make.bodies(0..<1), to: store) }
        #expect(throws: StorageError.unavailable) { try store.entries(of: room.log) }
        store.tidy()
        store.close()
    }
}
