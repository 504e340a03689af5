#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Folder {
    /// As ``replace(_:with:)``; and what stood there is overwritten, not merely let go: it was a secret in the open.
    ///
    /// Killed at any instant, ``eraseLeftover(of:)`` goes on with it.
    func replaceErasing(_ name: String, with bytes: Span<UInt8>) throws(FileError) {
        try eraseLeftover(of: name)
        do throws(ErrorNumber) { try link(name, as: Self.replaced(name)) } catch .missing {
        } catch {
            guard Self.meansNoHardLinks(error) else { throw FileError(error) }
        }
        try replace(name, with: bytes)
        try eraseLeftover(of: name)
    }

    /// Ends what a crash left of a ``replaceErasing(_:with:)``.
    func eraseLeftover(of name: String) throws(FileError) { try erase(Self.replaced(name)) }

    /// Overwrites a file and takes it away; one that has another name too is only taken away here. What a file system, a
    /// flash disk or a backup keeps is out of reach.
    private func erase(_ name: String) throws(FileError) {
        do throws(FileError) { guard try has(name) else { return } } catch { throw error }
        // Where it can't be overwritten it must go all the same.
        try? overwrite(name)
        do throws(ErrorNumber) {
            try remove(name)
            try file.synchronize()
        } catch { throw FileError(error) }
    }

    private func overwrite(_ name: String) throws(ErrorNumber) {
        let old = try OpenFile(name, in: file.number, flags: O_WRONLY | O_NOFOLLOW | O_NONBLOCK)
        let status = try old.status()
        guard status.isPlainFile, status.linkCount == 1 else { return }
        try old.number.write(all: [UInt8](repeating: 0, count: status.byteCount).span)
        try old.synchronize()
    }

    private static func replaced(_ name: String) -> String { name + ".old" }
}
