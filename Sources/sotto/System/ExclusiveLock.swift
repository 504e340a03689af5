#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Sole ownership of a folder, for as long as the value lives. It is freed by any end of the process, kill -9 included.
///
/// The lock file stays behind: removing it could take it from under somebody who has just locked it.
struct ExclusiveLock: ~Copyable, Sendable {
    private let file: OpenFile
    private static let ownerByteCountMax = 20

    /// Takes the lock at once or not at all.
    ///
    /// - Throws: ``LockError/held(by:)`` if another process has it, or another part of this one.
    init(_ name: String, in folder: borrowing Folder) throws(LockError) {
        let taken = try Self.take(name, in: folder)
        Self.writeOwner(to: taken)
        file = taken
    }

    /// Closing alone would leave it with a child that is just being started, for a moment.
    deinit { file.unlock() }

    private static func take(_ name: String, in folder: borrowing Folder) throws(LockError) -> OpenFile {
        do throws(ErrorNumber) {
            let opened = try OpenFile(name, in: folder.file.number, flags: O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
            guard try opened.status().isPlainFile else { throw .isFolder }
            try opened.lockExclusively()
            try opened.setMode(.privateFile)
            return opened
        } catch .wouldBlock {
            throw .held(by: owner(of: name, in: folder))
        } catch {
            throw .failed(FileError(error))
        }
    }

    /// For the other's message only; a full disk takes the number, not the lock.
    private static func writeOwner(to file: borrowing OpenFile) {
        do throws(ErrorNumber) {
            try file.truncate()
            try file.number.write(all: Array("\(getpid())\n".utf8).span)
        } catch {}
    }

    /// `nil` if the file doesn't name a living process: the owner may just have begun.
    private static func owner(of name: String, in folder: borrowing Folder) -> ProcessNumber? {
        guard let bytes = try? folder.read(name, byteCountMax: ownerByteCountMax), bytes.last == UInt8(ascii: "\n"),
            let value = Int32(String(decoding: bytes.dropLast(), as: UTF8.self)), value > 0
        else { return nil }
        let owner = ProcessNumber(value: value)
        return owner.isAlive ? owner : nil
    }
}
