#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a piece of work takes, in nanoseconds.
enum Clock {
    /// CPU time of this process, all its threads, user and system: on a machine that others use too, the wall's clock
    /// would measure them.
    case cpu
    /// The wall's, for what several cores share.
    case wall

    var nanoseconds: Double {
        var time = timespec()
        clock_gettime(self == .cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    func time(_ work: () throws -> Void) rethrows -> Double {
        let start = nanoseconds
        try work()
        return nanoseconds - start
    }

    func timeAwaiting(_ work: () async throws -> Void) async rethrows -> Double {
        let start = nanoseconds
        try await work()
        return nanoseconds - start
    }
}
