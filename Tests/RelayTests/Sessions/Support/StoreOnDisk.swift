import Foundation
import Relay
import RelayStore

/// A relay's store in a folder of its own, which can be left as a kill would leave it.
final class StoreOnDisk {
    private(set) var store: RelayStore
    private var folder: URL
    private var left: [URL] = []

    init() throws {
        folder = try Self.newFolder()
        store = try Self.open(folder)
    }

    deinit {
        store.close()
        for folder in left + [folder] { try? FileManager.default.removeItem(at: folder) }
    }

    /// After the store was closed.
    func reopen() throws { store = try Self.open(folder) }

    /// Goes on with what a `kill -9` would leave of it now, while nothing is being written. Who still has the old store
    /// has files that nobody reads any more.
    func kill() throws {
        let (running, copy) = (folder, try Self.newFolder())
        // A kill is one moment: meanwhile nothing may be swept, nor the log begin anew.
        let copied = try store.write { _ in
            Result {
                for name in ["relay.sqlite", "relay.sqlite-wal"] {
                    try FileManager.default.copyItem(at: running.appending(path: name), to: copy.appending(path: name))
                }
            }
        }
        try copied.get()
        left.append(folder)
        folder = copy
        store = try Self.open(copy)
    }

    private static func newFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sotto-lines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// With few hashes in memory, so that all the ways of their index are gone.
    private static func open(_ folder: URL) throws -> RelayStore {
        try RelayStore(path: folder.appending(path: "relay.sqlite").path, recentHashesMax: 40) { reason in
            print("the store at \(folder.lastPathComponent) didn't take a write: \(reason)")
        }
    }
}
