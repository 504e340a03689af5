#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The system's clocks, where a log or a service manager wants their very numbers.
enum SystemClock {
    /// Since 1970, UTC; whoever sets the clock may move it either way.
    static var millisecondsSince1970: Int {
        let now = read(CLOCK_REALTIME)
        return Int(now.tv_sec) * 1_000 + Int(now.tv_nsec) / 1_000_000
    }

    /// CLOCK_MONOTONIC, which only goes forward.
    static var monotonicMicroseconds: UInt64 {
        let now = read(CLOCK_MONOTONIC)
        return UInt64(clamping: now.tv_sec) * 1_000_000 + UInt64(clamping: now.tv_nsec) / 1_000
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        _ = unsafe clock_gettime(clock, &time)
        return time
    }
}
