import Relay
import RelayProtocol
import RelayStore
import Testing

/// Public states: the latest, and former ones for those who name them.
struct PublicStateTests {
    @Test func replacesTheStateAndKeepsTheFormerBlob() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        let links = [
            LiveLink(key: Make.noun(4), expiresAtSeconds: .max), LiveLink(key: Make.noun(5), expiresAtSeconds: 0),
        ]
        let first = try put([1, 2, 3], links: links, epoch: 1, in: room, store)
        try store.read { snapshot throws(StorageError) in
            #expect(try snapshot.publicState(of: room.log)?.links == links)
        }
        let second = try put([4], epoch: 5, in: room, store)
        try store.read { snapshot throws(StorageError) in
            let state = try snapshot.publicState(of: room.log)
            #expect(state == StoredPublicState(epoch: EntryNumber(5), hash: second, links: []))
            #expect(try snapshot.blob(first, of: room.log)?.blob == [1, 2, 3])
            #expect(try snapshot.blob(second, of: room.log)?.epoch == EntryNumber(5))
            #expect(try snapshot.blob(second, of: LogRow(rawValue: 9)) == nil)
        }
        store.close()
    }

    @Test func sweepsFormerBlobsAndNeverTheLatest() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        var hashes: [BlobHash] = []
        for number in 0..<5 {
            hashes.append(
                try put([UInt8(number)], epoch: UInt64(number + 1), at: UInt64(number * 10), in: room, store))
        }
        #expect(try store.sweep(.blobs(replacedBefore: Make.time(10))).rows == 0)
        #expect(try store.sweep(.blobs(replacedBefore: Make.time(31)), rowsMax: 2).isUnfinished)
        #expect(try store.sweep(.blobs(replacedBefore: Make.time(31)), rowsMax: 2).rows == 1)
        #expect(try store.sweep(.blobs(replacedBefore: Make.time(.max))).rows == 1)
        #expect(try store.sweep(.blobs(replacedBefore: Make.time(.max))).rows == 0)
        try store.read { snapshot throws(StorageError) in
            #expect(try snapshot.blob(hashes[3], of: room.log) == nil)
            #expect(try snapshot.blob(hashes[4], of: room.log)?.blob == [4])
        }
        store.close()
    }

    @Test func takesTheSameBlobAgain() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        let hash = try put([1], epoch: 1, in: room, store)
        _ = try put([2], epoch: 2, in: room, store)
        #expect(try put([1], epoch: 3, in: room, store) == hash)
        #expect(try store.sweep(.blobs(replacedBefore: Make.time(.max))).rows == 1)
        try store.read { snapshot throws(StorageError) in
            #expect(try snapshot.blob(hash, of: room.log)?.epoch == EntryNumber(3))
        }
        store.close()
    }

    @Test func keepsFormerBlobsWithinTheirBounds() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        var hashes: [BlobHash] = []
        for number in 0..<6 {
            hashes.append(
                try put(
                    [UInt8](repeating: UInt8(number), count: 10), epoch: UInt64(number + 1), at: UInt64(number / 3),
                    formerBytesMax: 25, in: room, store))
        }
        let kept = try store.read { snapshot throws(StorageError) in
            var kept: [Bool] = []
            for hash in hashes { kept.append(try snapshot.blob(hash, of: room.log) != nil) }
            return kept
        }
        #expect(kept == [false, false, false, true, true, true])
        store.close()
    }

    private func put(
        _ blob: [UInt8], links: [LiveLink] = [], epoch: UInt64, at seconds: UInt64 = 0,
        formerBytesMax: Int = 1 << 20, in room: TestRoom, _ store: RelayStore
    ) throws -> BlobHash {
        let hash = BlobHash(of: blob)
        try store.write { transaction throws(StorageError) in
            try transaction.putPublicState(
                PublicState(blob: blob, links: links), hash: hash, epoch: EntryNumber(epoch), of: room.log,
                account: room.account, formerBytesMax: formerBytesMax, at: Make.time(seconds))
        }
        return hash
    }
}
