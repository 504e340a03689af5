import Sodium

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Folder {
    /// The whole file `name` in memory of its own, read there directly and wiped after use.
    ///
    /// - Throws: ``FileError/missing``; ``FileError/wrongKind`` for a symbolic link or anything but a plain file;
    ///   ``FileError/tooLong`` above `byteCountMax`, before a byte of it is read.
    func readSecret(_ name: String, byteCountMax: Int) throws(FileError) -> SecretBytes {
        let opened = try openPlainFile(name)
        let byteCount = try opened.byteCount(atMost: byteCountMax)
        do throws(ErrorNumber) {
            return try SecretBytes(byteCount: byteCount) { (buffer) throws(ErrorNumber) in
                try opened.fill(&buffer)
            }
        } catch { throw .refused(error) }
    }

    /// The whole file `name`.
    ///
    /// - Throws: as ``readSecret(_:byteCountMax:)``.
    func read(_ name: String, byteCountMax: Int) throws(FileError) -> [UInt8] {
        let opened = try openPlainFile(name)
        var bytes = [UInt8](repeating: 0, count: try opened.byteCount(atMost: byteCountMax))
        var buffer = bytes.mutableSpan
        do throws(ErrorNumber) { try opened.fill(&buffer) } catch { throw .refused(error) }
        return bytes
    }

    /// Takes away what others may do with the file `name`.
    ///
    /// - Returns: the permissions it had, if others could do anything.
    /// - Throws: ``FileError/notOurs`` if another user owns it, and as ``readSecret(_:byteCountMax:)``.
    func closeToOthers(_ name: String) throws(FileError) -> FileMode? {
        try openPlainFile(name).closeToOthers(.privateFile)
    }

    /// Never waits on a pipe that stands in the file's place.
    private func openPlainFile(_ name: String) throws(FileError) -> OpenFile {
        do throws(ErrorNumber) {
            let opened = try OpenFile(name, in: file.number, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            guard try opened.status().isPlainFile else { throw ErrorNumber.isFolder }
            return opened
        } catch { throw FileError(error) }
    }
}

extension OpenFile {
    fileprivate func byteCount(atMost byteCountMax: Int) throws(FileError) -> Int {
        do throws(ErrorNumber) {
            let byteCount = try status().byteCount
            if byteCount <= byteCountMax { return byteCount }
        } catch { throw .refused(error) }
        throw .tooLong
    }

    /// - Throws: ``ErrorNumber/inputOutput`` if the file has become shorter than `buffer`.
    fileprivate func fill(_ buffer: inout MutableSpan<UInt8>) throws(ErrorNumber) {
        var filled = 0
        while filled < buffer.count {
            let count = try number.read(into: &buffer, at: filled)
            guard count > 0 else { throw .inputOutput }
            filled += count
        }
    }
}
