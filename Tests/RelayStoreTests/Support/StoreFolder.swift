import Foundation
import GRDB
import RelayStore
import Testing

/// A folder of its own for one test's store, gone with the value.
final class StoreFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "sotto-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.appending(path: "relay.sqlite").path }

    func open(
        bytesMax: Int? = nil, recentHashesMax: Int = StoreLimits.recentHashesMax
    ) throws -> RelayStore {
        try RelayStore(path: path, bytesMax: bytesMax, recentHashesMax: recentHashesMax)
    }

    /// What a `kill -9` at this moment would leave: the files, without the shared memory.
    func killed() throws -> StoreFolder {
        let copy = try StoreFolder()
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + end, toPath: copy.path + end)
        }
        return copy
    }

    var fileByteCount: Int { byteCount("") }

    var logByteCount: Int { byteCount("-wal") }

    private func byteCount(_ end: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + end)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    func contains(_ bytes: some Collection<UInt8>) throws -> Bool {
        try Data(contentsOf: URL(filePath: path)).range(of: Data(bytes)) != nil
    }

    /// Whether any of the files holds this.
    func containsAnywhere(_ bytes: some Collection<UInt8>) throws -> Bool {
        for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
            if try Data(contentsOf: URL(filePath: path + end)).range(of: Data(bytes)) != nil { return true }
        }
        return false
    }

    /// Overwrites the one place in the file where `old` stands.
    func replace(_ old: [UInt8], with new: [UInt8]) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        let range = try #require(bytes.range(of: Data(old)))
        bytes.replaceSubrange(range.lowerBound..<(range.lowerBound + new.count), with: new)
        try bytes.write(to: URL(filePath: path))
    }

    /// Makes nonsense of the first leaf of a table or index that has several.
    func breakFirstLeaf(of name: String) throws {
        let root = try DatabaseQueue(path: path).read { database in
            try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name])
        }
        var file = try Data(contentsOf: URL(filePath: path))
        func number(_ place: Int, byteCount: Int) -> Int {
            file[place..<place + byteCount].reduce(0) { $0 << 8 | Int($1) }
        }
        let start = (try #require(root) - 1) * 4_096
        // Of an inner page the header has 12 bytes, and a cell begins with its left child's number.
        try #require([2, 5].contains(file[start]), "one page is all there is")
        let leaf = number(start + number(start + 12, byteCount: 2), byteCount: 4)
        file.replaceSubrange((leaf - 1) * 4_096..<(leaf - 1) * 4_096 + 64, with: [UInt8](repeating: 0xEE, count: 64))
        try file.write(to: URL(filePath: path))
    }

    /// Makes nonsense of the beginning of the page in which `bytes` stands, so that SQLite can't read it.
    func breakPage(with bytes: [UInt8]) throws {
        var file = try Data(contentsOf: URL(filePath: path))
        let place = try #require(file.range(of: Data(bytes))).lowerBound
        let page = place - place % 4_096
        file.replaceSubrange(page..<(page + 64), with: [UInt8](repeating: 0xEE, count: 64))
        try file.write(to: URL(filePath: path))
    }
}
