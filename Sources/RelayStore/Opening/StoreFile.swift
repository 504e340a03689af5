#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The database's file and those that SQLite puts beside it, which get its permissions.
struct StoreFile: Sendable {
    let path: String

    /// Makes the file, for its owner alone, unless it is there.
    func make() throws(RelayStoreError) {
        let files = FileManager.default
        if files.fileExists(atPath: path) { return }
        guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw .unavailable
        }
    }

    /// Bytes of the write-ahead log's file.
    var logByteCount: Int { byteCount(path + "-wal") }

    private func byteCount(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? Int) ?? (attributes?[.size] as? UInt64).map(Int.init(clamping:)) ?? 0
    }
}
