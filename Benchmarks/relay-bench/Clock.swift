#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum Clock {
    static var wallSeconds: Double { seconds(CLOCK_MONOTONIC) }
    /// Of this process, all threads.
    static var cpuSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
