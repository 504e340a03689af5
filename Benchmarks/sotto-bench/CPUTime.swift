#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// CPU time of this process, all its threads, user and system.
///
/// Not the wall's: on a machine that others use too, that would measure them.
enum CPUTime {
    static var nanoseconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// What `work` costs.
    static func of(_ work: () throws -> Void) rethrows -> Double {
        let start = nanoseconds
        try work()
        return nanoseconds - start
    }
}
