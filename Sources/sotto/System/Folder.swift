#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A folder held open. What is made in it is 0700 and 0600, whatever the umask.
///
/// Names are single path components, looked up in this very folder, so that nobody can swap it underneath us.
/// Symbolic links in it are refused, never followed.
struct Folder: ~Copyable, Sendable {
    let file: OpenFile

    private static let flags = O_RDONLY | O_DIRECTORY

    /// Opens the folder at `path`, making it and the folders above it (0700 each) where they are missing.
    /// The path itself may lead through symbolic links: a person may keep it on another disk.
    init(makingMissing path: String) throws(FileError) {
        file = try Self.open(makingMissing: path)
    }

    /// Opens the folder `name` within `parent`, making it where it is missing.
    ///
    /// - Throws: ``FileError/wrongKind`` for a symbolic link.
    init(makingMissing name: String, in parent: borrowing Folder) throws(FileError) {
        file = try Self.open(makingMissing: name, in: parent.file)
    }

    /// Opens the folder at `path`.
    init(existing path: String) throws(FileError) {
        file = try Self.open(path)
    }

    /// Opens the folder `name` within `parent`.
    init(existing name: String, in parent: borrowing Folder) throws(FileError) {
        file = try Self.open(name, in: parent.file.number)
    }

    func status() throws(FileError) -> FileStatus {
        do throws(ErrorNumber) { return try file.status() } catch { throw FileError(error) }
    }

    /// Takes away what others may do in it.
    ///
    /// - Returns: the permissions it had, if others could do anything.
    /// - Throws: ``FileError/notOurs`` if another user owns it: whoever does could put other files in it.
    func closeToOthers() throws(FileError) -> FileMode? {
        try file.closeToOthers(.privateFolder)
    }

    private static func open(_ path: String) throws(FileError) -> OpenFile {
        do throws(ErrorNumber) { return try OpenFile(path, flags: flags) } catch { throw FileError(error) }
    }

    private static func open(_ name: String, in parent: DescriptorNumber) throws(FileError) -> OpenFile {
        do throws(ErrorNumber) {
            return try OpenFile(name, in: parent, flags: flags | O_NOFOLLOW)
        } catch { throw FileError(error) }
    }

    private static func open(makingMissing path: String) throws(FileError) -> OpenFile {
        do throws(FileError) {
            return try open(path)
        } catch .missing {
            let (parentPath, name) = split(path)
            guard parentPath != path, !name.isEmpty else { throw .missing }
            try make(name, in: open(makingMissing: parentPath))
            return try open(path)
        }
    }

    private static func open(makingMissing name: String, in parent: borrowing OpenFile) throws(FileError) -> OpenFile {
        do throws(FileError) {
            return try open(name, in: parent.number)
        } catch .missing {
            try make(name, in: parent)
            return try open(name, in: parent.number)
        }
    }

    /// Somebody else making it at the same time is as good.
    private static func make(_ name: String, in parent: borrowing OpenFile) throws(FileError) {
        let start = parent.number.value
        do throws(ErrorNumber) {
            try ErrorNumber.check { unsafe mkdirat(start, name, mode_t(FileMode.privateFolder.bits)) }
            // A umask such as 0277 would have taken the owner's own rights too.
            try ErrorNumber.check { unsafe fchmodat(start, name, mode_t(FileMode.privateFolder.bits), 0) }
            try parent.synchronize()
        } catch .exists {
        } catch {
            throw FileError(error)
        }
    }

    /// The folder above `path`, and what `path` is called in it.
    private static func split(_ path: String) -> (parent: String, name: String) {
        var bytes = Array(path.utf8)
        let slash = UInt8(ascii: "/")
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        guard let last = bytes.lastIndex(of: slash) else { return (".", String(decoding: bytes, as: UTF8.self)) }
        let parent = last == 0 ? "/" : String(decoding: bytes[..<last], as: UTF8.self)
        return (parent, String(decoding: bytes[(last + 1)...], as: UTF8.self))
    }
}
