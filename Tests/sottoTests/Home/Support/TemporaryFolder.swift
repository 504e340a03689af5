import Foundation

/// A fresh folder, removed with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array((NSTemporaryDirectory() + "/sotto-test-XXXXXX").utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, mkdtemp(base) != nil else { fatalError("no temporary folder") }
            return String(cString: base)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(_ name: String) -> String { path + "/" + name }

    func write(_ bytes: [UInt8], to name: String) {
        _ = FileManager.default.createFile(atPath: path(name), contents: Data(bytes))
    }

    func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path(name)).map { Array($0) }
    }

    func remove(_ name: String) { try? FileManager.default.removeItem(atPath: path(name)) }

    func link(_ name: String, to destination: String) {
        try? FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: destination)
    }

    func makeFolder(_ name: String) {
        try? FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    /// The names of everything below, with their paths from here.
    var everything: [String] {
        (FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []).sorted()
    }

    /// What every file below holds; a folder is nil.
    var contents: [String: [UInt8]?] {
        Dictionary(uniqueKeysWithValues: everything.map { ($0, isFolder($0) ? nil : read($0)) })
    }

    func isFolder(_ name: String) -> Bool {
        var answer: ObjCBool = false
        return FileManager.default.fileExists(atPath: path(name), isDirectory: &answer) && answer.boolValue
    }

    /// The permission bits, of a link its own.
    func mode(_ name: String) -> UInt32? {
        var status = stat()
        guard lstat(path(name), &status) == 0 else { return nil }
        return UInt32(status.st_mode) & 0o7777
    }

    func setMode(_ name: String, _ mode: UInt32) { chmod(path(name), mode_t(mode)) }
}

extension TemporaryFolder {
    /// Writes into the very same file, where `write` would make a new one.
    func overwrite(_ name: String, with bytes: [UInt8]) {
        guard let handle = FileHandle(forWritingAtPath: path(name)) else { return }
        try? handle.truncate(atOffset: 0)
        try? handle.write(contentsOf: Data(bytes))
        try? handle.close()
    }
}
