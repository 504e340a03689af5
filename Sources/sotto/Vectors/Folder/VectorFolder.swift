#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder that somebody says holds vectors.
struct VectorFolder {
    let path: String
    var entriesMax = VectorLimits.entriesMax
    var fileBytesMax = VectorLimits.fileBytesMax

    /// What lies in it, at any depth, in the order of the paths. Folders whose names begin with a dot, and folders
    /// reached by a link, aren't entered. A path to a file counts as a folder of that file alone.
    ///
    /// - Throws: ``VectorRunnerError/noFolder(_:)``, ``VectorRunnerError/folderTooLarge(_:)``.
    func paths() throws(VectorRunnerError) -> [String] {
        let target = Self.resolved(path)
        guard let type = Self.type(of: target) else { throw .noFolder(path) }
        if type == .typeRegular { return [""] }
        var (found, open, seen) = ([String](), [""], 0)
        while let folder = open.popLast() {
            for name in try names(in: folder) {
                seen += 1
                let below = folder.isEmpty ? name : folder + "/" + name
                let depth = below.utf8.count { $0 == UInt8(ascii: "/") }
                guard seen <= entriesMax, depth <= VectorLimits.depthMax else {
                    throw .folderTooLarge(path)
                }
                if Self.type(of: full(below)) == .typeDirectory {
                    if !name.hasPrefix(".") { open.append(below) }
                } else if Self.type(of: Self.resolved(full(below))) == .typeRegular {
                    found.append(below)
                }
            }
        }
        return found.sorted()
    }

    /// The file at a path that ``paths()`` gave.
    ///
    /// - Throws: ``VectorFolder/Unreadable``.
    func file(at path: String) throws(Unreadable) -> VectorFile {
        let whole = full(path)
        guard let bytes = try? TextFile.bytes(of: whole, byteCountMax: fileBytesMax) else { throw Unreadable() }
        let components = Self.absolute(whole).split(separator: "/")
        return VectorFile(
            path: path.isEmpty ? components.last.map(String.init) ?? self.path : path,
            folder: components.dropLast().last.map(String.init) ?? "", bytes: bytes)
    }

    /// A file that can't be read, or is larger than ``VectorLimits/fileBytesMax``.
    struct Unreadable: Error {}

    private func names(in folder: String) throws(VectorRunnerError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: full(folder)) else {
            throw .noFolder(full(folder))
        }
        return names
    }

    private func full(_ below: String) -> String { below.isEmpty ? path : path + "/" + below }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }

    private static func type(of path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }
}
