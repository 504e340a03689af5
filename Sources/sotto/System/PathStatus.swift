#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What stands at a path, without opening it.
enum PathStatus: Sendable {
    case nothing
    case link
    case other(FileStatus)
    /// The system doesn't let this user look.
    case hidden(ErrorNumber)

    init(_ path: String) {
        var status = stat()
        do throws(ErrorNumber) {
            try ErrorNumber.check { unsafe lstat(path, &status) }
            self = status.st_mode & S_IFMT == S_IFLNK ? .link : .other(FileStatus(status))
        } catch .missing {
            self = .nothing
        } catch {
            self = .hidden(error)
        }
    }
}
