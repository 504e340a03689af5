#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Folder {
    /// Whether there is anything under `name`, a symbolic link that leads nowhere included.
    func has(_ name: String) throws(FileError) -> Bool {
        let folder = file.number.value
        var status = stat()
        do throws(ErrorNumber) {
            try ErrorNumber.check { unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
            return true
        } catch .missing {
            return false
        } catch {
            throw FileError(error)
        }
    }
}
