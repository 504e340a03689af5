#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Folder {
    /// Puts `bytes` under `name`: whoever looks, also after kill -9 or a loss of power, finds the old file whole or
    /// the new one whole. When this returns, the new one outlives a loss of power.
    ///
    /// One process at a time may write to a folder (``ExclusiveLock``): the file that is still being written has a
    /// fixed name, so that whatever a crash left behind is found and removed.
    ///
    /// - Throws: ``FileError/refused(_:)``; the old file is then in place, unless the disk failed at the very end.
    func replace(_ name: String, with bytes: Span<UInt8>) throws(FileError) {
        try put(bytes, under: name) { (new) throws(ErrorNumber) in try move(new, to: name) }
    }

    /// As ``replace(_:with:)``, but never in the place of something.
    ///
    /// - Throws: ``FileError/exists`` if there is anything under `name`, which stays as it is.
    func create(_ name: String, with bytes: Span<UInt8>) throws(FileError) {
        try put(bytes, under: name) { (new) throws(ErrorNumber) in
            do throws(ErrorNumber) {
                try link(new, as: name)
            } catch {
                guard Self.meansNoHardLinks(error) else { throw error }
                do throws(FileError) { if try has(name) { throw FileError.exists } } catch { throw .exists }
                try move(new, to: name)
            }
        }
    }

    /// Removes what a crash left of an unfinished ``replace(_:with:)`` or ``create(_:with:)``.
    func removeLeftover(of name: String) throws(FileError) {
        do throws(ErrorNumber) { try remove(Self.unfinished(name)) } catch { throw FileError(error) }
    }

    private func put(
        _ bytes: Span<UInt8>, under name: String, finish: (String) throws(ErrorNumber) -> Void
    ) throws(FileError) {
        let new = Self.unfinished(name)
        do throws(ErrorNumber) {
            try remove(new)
            try write(bytes, to: new)
            try finish(new)
            try remove(new)
            try file.synchronize()
        } catch {
            // The first refusal is the one to tell; a leftover does no harm.
            try? remove(new)
            throw FileError(error)
        }
    }

    private func write(_ bytes: Span<UInt8>, to name: String) throws(ErrorNumber) {
        let made = try OpenFile(name, in: file.number, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        try made.setMode(.privateFile)
        try made.number.write(all: bytes)
        try made.synchronize()
    }

    private func move(_ old: String, to new: String) throws(ErrorNumber) {
        let folder = file.number.value
        try ErrorNumber.check { unsafe renameat(folder, old, folder, new) }
    }

    /// The one way to name a file that POSIX promises to refuse if the name is taken.
    func link(_ old: String, as new: String) throws(ErrorNumber) {
        let folder = file.number.value
        try ErrorNumber.check { unsafe linkat(folder, old, folder, new, 0) }
    }

    func remove(_ name: String) throws(ErrorNumber) {
        let folder = file.number.value
        do throws(ErrorNumber) { try ErrorNumber.check { unsafe unlinkat(folder, name, 0) } } catch .missing {}
    }

    /// Some network and memory-stick file systems have none.
    static func meansNoHardLinks(_ error: ErrorNumber) -> Bool {
        [EPERM, ENOSYS, ENOTSUP, EOPNOTSUPP, EMLINK].contains(error.value)
    }

    private static func unfinished(_ name: String) -> String { name + ".new" }
}
