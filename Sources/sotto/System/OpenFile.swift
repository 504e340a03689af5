#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file or folder held open, closed when the value goes. Children of this process don't inherit it.
struct OpenFile: ~Copyable, Sendable {
    let number: DescriptorNumber

    /// A file that it makes is for its owner alone.
    ///
    /// - Parameter folder: where a relative `path` begins; `nil` for the working directory.
    /// - Throws: what `openat(2)` refuses with.
    init(_ path: String, in folder: DescriptorNumber? = nil, flags: Int32) throws(ErrorNumber) {
        let start = folder?.value ?? AT_FDCWD
        let opened = try ErrorNumber.check {
            unsafe openat(start, path, flags | O_CLOEXEC, mode_t(FileMode.privateFile.bits))
        }
        number = DescriptorNumber(value: opened)
    }

    deinit { _ = close(number.value) }

    func status() throws(ErrorNumber) -> FileStatus {
        var status = stat()
        try ErrorNumber.check { unsafe fstat(number.value, &status) }
        return FileStatus(status)
    }

    func setMode(_ mode: FileMode) throws(ErrorNumber) {
        try ErrorNumber.check { fchmod(number.value, mode_t(mode.bits)) }
    }

    /// Returns when the bytes (of a folder: its entries) would outlive a loss of power.
    func synchronize() throws(ErrorNumber) {
        #if canImport(Darwin)
            // macOS' `fsync` leaves the bytes in the drive's cache.
            if fcntl(number.value, F_FULLFSYNC) == 0 { return }
        #endif
        try ErrorNumber.check { fsync(number.value) }
    }

    func truncate() throws(ErrorNumber) {
        try ErrorNumber.check { ftruncate(number.value, 0) }
    }

    /// Takes the advisory lock on the whole file, without waiting; it goes with the last descriptor, kill -9 included.
    ///
    /// - Throws: ``ErrorNumber/wouldBlock`` if somebody else has it.
    func lockExclusively() throws(ErrorNumber) {
        try ErrorNumber.check { flock(number.value, LOCK_EX | LOCK_NB) }
    }

    /// Gives the lock back, for every descriptor of this same opening.
    func unlock() { _ = flock(number.value, LOCK_UN) }
}
