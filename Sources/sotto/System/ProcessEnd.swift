#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The end of this process.
enum ProcessEnd {
    static func exit(with status: ExitStatus) -> Never {
        #if canImport(Darwin)
            Darwin.exit(status.rawValue)
        #elseif canImport(Musl)
            Musl.exit(status.rawValue)
        #else
            Glibc.exit(status.rawValue)
        #endif
    }

    /// Without putting anything in order: for somebody who doesn't want to wait.
    static func atOnce(with status: ExitStatus) -> Never { _exit(status.rawValue) }
}
