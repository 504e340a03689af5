import ChatStore
import Foundation
import GRDB
import Testing

/// A folder of its own for one test's store, with its key, gone with the value.
final class StoreFolder {
    let url: URL
    let keyFile: [UInt8]

    convenience init() throws { try self.init(keyFile: StoreKey().bareFile) }

    private init(keyFile: [UInt8]) throws {
        self.keyFile = keyFile
        url = FileManager.default.temporaryDirectory.appending(path: "sotto-chat-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.appending(path: "chat.sqlite").path }

    func key() throws -> StoreKey {
        let file = keyFile
        return try StoreKeyFile.key(in: file.span, passphrase: nil)
    }

    func open(bytesMax: Int? = nil) throws -> ChatStore {
        try ChatStore(path: path, key: key(), bytesMax: bytesMax)
    }

    /// What a `kill -9` at this moment would leave.
    func killed() throws -> StoreFolder {
        let copy = try StoreFolder(keyFile: keyFile)
        for end in ["", "-wal"] where exists(end) {
            try FileManager.default.copyItem(atPath: path + end, toPath: copy.path + end)
        }
        return copy
    }

    /// As a stranger without the key does, while nobody has it open.
    func edit<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let queue = try DatabaseQueue(path: path)
        let result = try queue.writeWithoutTransaction(body)
        try queue.close()
        return result
    }

    /// Every row as it lies there; without empty slots.
    func sealedRows() throws -> [[UInt8]] {
        try edit {
            try Data.fetchAll($0, sql: "SELECT sealed FROM row WHERE kind <> 127 ORDER BY id").map { [UInt8]($0) }
        }
    }

    /// All that lies in the folder.
    func files() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
            files[name] = [UInt8](try Data(contentsOf: url.appending(path: name)))
        }
        return files
    }

    func containsAnywhere(_ bytes: some Collection<UInt8>) throws -> Bool {
        try files().values.contains { Data($0).range(of: Data(bytes)) != nil }
    }

    func permissions(_ end: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + end)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    func exists(_ end: String) -> Bool { FileManager.default.fileExists(atPath: path + end) }

    func write(_ bytes: [UInt8], to end: String = "") throws { try Data(bytes).write(to: URL(filePath: path + end)) }

    /// Makes nonsense of the beginning of the page in which `bytes` stands, so that SQLite can't read it.
    func breakPage(with bytes: [UInt8]) throws {
        var file = try Data(contentsOf: URL(filePath: path))
        let place = try #require(file.range(of: Data(bytes))).lowerBound
        let page = place - place % 4_096
        file.replaceSubrange(page..<(page + 64), with: [UInt8](repeating: 0xEE, count: 64))
        try file.write(to: URL(filePath: path))
    }
}
