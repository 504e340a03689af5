import Chat
import ChatStore
import Foundation
import Testing

/// Whose the files are, and what is taken for one.
struct FileTests {
    private let place = RowKey(.values, of: RowScope("place"))

    @Test func keepsItsFilesToTheirOwner() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([7], at: place)
        for end in ["", "-wal"] { #expect(try folder.permissions(end) == 0o600) }
        // The log's index names pages: it is in memory.
        #expect(try folder.files().keys.sorted() == ["chat.sqlite", "chat.sqlite-wal"])
        try store.close()
        #expect(try folder.files().keys.sorted() == ["chat.sqlite"])
    }

    @Test func takesAwayWhatOthersMayDo() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.put([7], at: place)
        let killed = try folder.killed()
        try store.close()
        for end in ["", "-wal"] {
            try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: killed.path + end)
        }
        let again = try killed.open()
        #expect(try again.bytes(at: place) == [7])
        for end in ["", "-wal"] { #expect(try killed.permissions(end) == 0o600) }
        try again.close()
    }

    @Test func makesNothingWhereALinkLeads() throws {
        let (folder, other) = (try StoreFolder(), try StoreFolder())
        try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: other.path)
        #expect(throws: ChatStoreError.notAStore) { try folder.open() }
        #expect(try other.files().isEmpty)
    }

    @Test func followsNoLinkToAnotherStore() throws {
        let (folder, other) = (try StoreFolder(), try StoreFolder())
        try other.open().close()
        let before = try other.files()
        try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: other.path)
        #expect(throws: ChatStoreError.notAStore) { try folder.open() }
        #expect(try other.files() == before)
    }

    @Test(arguments: ["-wal", "-journal"]) func followsNoLinkBesideTheStore(_ end: String) throws {
        let (folder, other) = (try StoreFolder(), try StoreFolder())
        try folder.open().close()
        try other.write([1, 2, 3])
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: other.path)
        try FileManager.default.createSymbolicLink(atPath: folder.path + end, withDestinationPath: other.path)
        #expect(throws: ChatStoreError.notAStore) { try folder.open() }
        #expect(try other.files() == ["chat.sqlite": [1, 2, 3]])
        #expect(try other.permissions("") == 0o644)
    }

    @Test func takesNoFolderForAStore() throws {
        let folder = try StoreFolder()
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        #expect(throws: ChatStoreError.notAStore) { try folder.open() }
    }
}
