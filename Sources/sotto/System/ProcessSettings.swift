#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What a process that holds keys sets for itself before anything else.
enum ProcessSettings {
    /// No core files, no other process of the same user looks into our memory, a reader or a disk that goes away is
    /// an error instead of the end.
    static func prepare() {
        fillStandardDescriptors()
        forbidCoreFiles()
        forbidBacktraces()
        ignore(SIGPIPE)
        ignore(SIGXFSZ)
    }

    /// Allows this process as many open files as the system lets it have, and says how many these are.
    @discardableResult
    static func raiseOpenFileLimit() -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(openFiles, &limit) == 0 else { return 256 }
        let before = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        #if canImport(Darwin)
            // macOS refuses "as many as you like".
            limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
        #endif
        let raised = unsafe setrlimit(openFiles, &limit) == 0
        return Int(clamping: raised ? limit.rlim_cur : before)
    }

    /// A program started with a closed standard error would open its key file under that number, and write its
    /// complaints there.
    private static func fillStandardDescriptors() {
        for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 && errno == EBADF {
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }

    /// The limit alone isn't enough on Linux: a core handler such as systemd's gets the memory all the same.
    private static func forbidCoreFiles() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = unsafe setrlimit(coreFiles, &none)
        #if os(Linux)
            _ = control(setDumpable, 0, 0, 0, 0)
        #endif
    }

    /// The Swift runtime's backtraces print registers and the memory that they point at: keys, perhaps. Whoever hunts
    /// a crash says `SWIFT_BACKTRACE=enable=yes`.
    private static func forbidBacktraces() {
        guard Environment.value("SWIFT_BACKTRACE") == nil else { return }
        for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] { signal(number, SIG_DFL) }
    }

    private static func ignore(_ signalNumber: Int32) { signal(signalNumber, SIG_IGN) }

    #if canImport(Glibc)
        private static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        private static let coreFiles = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    #else
        private static let openFiles = RLIMIT_NOFILE
        private static let coreFiles = RLIMIT_CORE
    #endif
}

#if os(Linux)
    /// PR_SET_DUMPABLE of `linux/prctl.h`.
    private let setDumpable: Int32 = 4

    /// `prctl` takes a variable number of arguments in its header, which Swift doesn't import; in the library it is
    /// a function of five numbers.
    @_silgen_name("prctl")
    private func control(_ option: Int32, _ a: UInt, _ b: UInt, _ c: UInt, _ d: UInt) -> Int32
#endif
