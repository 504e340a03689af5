#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the system knows about an open file.
struct FileStatus: Sendable {
    let mode: FileMode
    let isPlainFile: Bool
    let isFolder: Bool
    let byteCount: Int
    /// Names that it has.
    let linkCount: Int
    /// Whether the user as whom this process runs owns it.
    let isOurs: Bool
    /// Whether we or the superuser own it, who can do everything anyway.
    let isOursOrRoots: Bool

    init(_ status: stat) {
        mode = FileMode(bits: UInt32(status.st_mode) & 0o7777)
        isPlainFile = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        byteCount = Int(clamping: status.st_size)
        linkCount = Int(clamping: status.st_nlink)
        isOurs = status.st_uid == geteuid()
        isOursOrRoots = isOurs || status.st_uid == 0
    }
}
